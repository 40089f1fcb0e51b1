//! A folder with cases, and `cases.txt`, which says how each of them ends.

use std::fs;
use std::path::{Path, PathBuf};

/// A suite: what its list says, and what is really there.
#[derive(Debug, Clone)]
pub struct Suite {
    /// The folder that holds `cases.txt` and `cases/`.
    pub folder: PathBuf,
    /// The lines of `cases.txt`.
    pub cases: Vec<Case>,
    /// All files in `cases/`, with forward slashes, sorted: `cases/part-1/….rs`.
    pub files: Vec<String>,
}

/// One line of `cases.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Below `cases/`, without `.rs`: `part-1/p1-take-reborrow`.
    pub path: String,
    /// How it ends.
    pub outcome: Outcome,
    /// Its `.stderr` shows a place in the standard library, as `$RUST/…`.
    pub shows_rust_src: bool,
}

/// How a case ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Without an error and without a warning.
    Compiles,
    /// With these errors, in the compiler's order: a code, or [`NO_CODE`].
    Refused(Vec<String>),
}

/// Stands for an error that the compiler gives no code, as for most that are
/// about lifetimes.
pub const NO_CODE: &str = "no-code";

impl Suite {
    /// Reads the list, and finds the files.
    ///
    /// A list that says nothing, or something that it cannot mean, is an
    /// error: a suite must not be green because it is empty.
    pub fn open(folder: &Path) -> Result<Suite, String> {
        let list = fs::read_to_string(folder.join("cases.txt"))
            .map_err(|error| format!("cases.txt cannot be read: {error}"))?;
        let suite = Suite {
            folder: folder.to_owned(),
            cases: parse(&list)?,
            files: find_files(folder)?,
        };
        if suite.refused().next().is_none() {
            return Err("cases.txt lists no refused case".into());
        }
        if suite.accepted().next().is_none() {
            return Err("cases.txt lists no accepted case".into());
        }
        Ok(suite)
    }

    /// The cases that the compiler is to refuse.
    pub fn refused(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| case.is_refused())
    }

    /// The cases that the compiler is to accept.
    pub fn accepted(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| !case.is_refused())
    }
}

impl Case {
    /// The last part of the path.
    pub fn id(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The program, relative to the suite's folder.
    pub fn source(&self) -> String {
        format!("cases/{}.rs", self.path)
    }

    /// The compiler's words, relative to the suite's folder.
    pub fn stderr(&self) -> String {
        format!("cases/{}.stderr", self.path)
    }

    fn is_refused(&self) -> bool {
        self.outcome != Outcome::Compiles
    }
}

fn parse(list: &str) -> Result<Vec<Case>, String> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| parse_line(line).map_err(|why| format!("cases.txt: `{line}`: {why}")))
        .collect()
}

fn parse_line(line: &str) -> Result<Case, &'static str> {
    let mut words = line.split_whitespace();
    let path = words.next().ok_or("a line of blanks")?;
    let mut words: Vec<String> = words.map(String::from).collect();
    let shows_rust_src = words.pop_if(|word| word == "$RUST").is_some();
    let outcome = if words == ["compiles"] {
        Outcome::Compiles
    } else if !words.is_empty() && words.iter().all(|word| is_error(word)) {
        Outcome::Refused(words)
    } else {
        return Err("it ends neither with `compiles` nor with errors");
    };
    if path.contains("/accepted/") != (outcome == Outcome::Compiles) {
        return Err("accepted cases, and no others, are kept in `accepted/`");
    }
    Ok(Case {
        path: path.into(),
        outcome,
        shows_rust_src,
    })
}

fn is_error(word: &str) -> bool {
    let digits = word.strip_prefix('E').unwrap_or_default();
    word == NO_CODE || (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn find_files(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut folders = vec![String::from("cases")];
    while let Some(below) = folders.pop() {
        let unreadable = |error| format!("{below} cannot be read: {error}");
        for entry in fs::read_dir(folder.join(&below)).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let path = format!("{below}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
