//! The recorded errors of `compile-fail/`: one file for each refused case, for
//! the book and `explain` to quote.

use std::collections::BTreeMap;
use std::path::Path;

use super::stages::library_path;
use super::{Claim, Finding, claim, several};
use crate::cargo::diagnostic::Diagnostic;
use crate::cargo::rustc::{Compiler, Program};
use crate::error::Error;
use crate::hash::{self, slashes};
use crate::items::place;
use crate::judge::{jobs, recorded};
use crate::recording::Recording;
use crate::scratch::Scratch;

/// A refused case: `part-1/p1-take-reborrow`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// `part-1`
    pub part: String,
    /// `p1-take-reborrow`
    pub id: String,
}

impl Case {
    /// The program, relative to `compile-fail/`.
    pub fn program(&self) -> String {
        format!("cases/{}/{}.rs", self.part, self.id)
    }

    /// What trybuild expects, relative to `compile-fail/`.
    pub fn stderr(&self) -> String {
        format!("cases/{}/{}.stderr", self.part, self.id)
    }

    /// The recording, relative to `compile-fail/`.
    pub fn recording(&self) -> String {
        format!("recorded/{}/{}.json", self.part, self.id)
    }
}

/// The refused cases of the suite in `dir`. The accepted ones are a folder deeper.
pub fn refused(dir: &Path) -> Result<Vec<Case>, Error> {
    let mut cases = Vec::new();
    for file in hash::files_below(&dir.join("cases"))? {
        let parts: Vec<&str> = file.split('/').collect();
        if let [part, name] = parts.as_slice()
            && let Some(id) = name.strip_suffix(".rs")
        {
            cases.push(Case {
                part: (*part).to_owned(),
                id: id.to_owned(),
            });
        }
    }
    cases.sort();
    Ok(cases)
}

/// The flags that trybuild gives the compiler. `--verbose` makes it name lifetimes and
/// types that it leaves out otherwise; the recordings are to say what the `.stderr`
/// files say.
const TRYBUILD_FLAGS: [&str; 4] = ["--cfg=trybuild", "--verbose", "-A", "dead_code"];

/// Compiles all refused cases of the suite in `dir` that have changed, and records what
/// the compiler says to each.
pub fn record(dir: &Path, scratch: &Scratch) -> Result<BTreeMap<Case, Recording>, Error> {
    let cache = scratch.target_dir().join("cases");
    let compiler = Compiler::new(dir, cache)?.with_flags(&TRYBUILD_FLAGS);
    let cases = refused(dir)?;
    let fates = jobs::map(&cases, |case| {
        compiler.compile(&Program {
            file: dir.join(case.program()),
            externs: Vec::new(),
            search: Vec::new(),
        })
    });
    // The compiler was called in `dir`, so only its own library is elsewhere.
    let path = |file: &str| match Path::new(file).is_absolute() {
        true => library_path(Path::new(file)),
        false => slashes(Path::new(file)),
    };
    let mut recordings = BTreeMap::new();
    for (case, fate) in cases.into_iter().zip(fates) {
        let text = std::fs::read_to_string(dir.join(case.program())).unwrap_or_default();
        let item = |error: &Diagnostic| {
            let span = error.primary()?;
            place::item_at(&text, span.line_start, span.column_start)
        };
        let errors = fate?.errors;
        let recording = Recording {
            rustc: compiler.release().to_owned(),
            errors: errors
                .iter()
                .map(|error| error.record(item(error), &path))
                .collect(),
        };
        recordings.insert(case, recording);
    }
    Ok(recordings)
}

/// The claim about the recordings of the suite in `dir`.
pub fn claim_about(dir: &Path, scratch: &Scratch) -> Result<Claim, Error> {
    let now = record(dir, scratch)?;
    let mut findings = Vec::new();
    let mut find = |file: String, what: &str, next: &str| {
        findings.push(Finding {
            file: format!("compile-fail/{file}"),
            what: what.to_owned(),
            next: next.to_owned(),
        });
    };
    let bless = "`cargo xtask bless` records it and shows what changed";
    for (case, now) in &now {
        if now.errors.is_empty() {
            find(
                case.program(),
                "it is not refused",
                "move it to accepted/, or repair it",
            );
            continue;
        }
        let stderr = std::fs::read_to_string(dir.join(case.stderr())).unwrap_or_default();
        match recorded::read(&dir.join(case.recording()))? {
            None => find(case.recording(), "it is not there", bless),
            // Another compiler may use other words; the pinned one has the last one.
            Some(kept) if kept.rustc == now.rustc && kept != *now => {
                find(
                    case.recording(),
                    "it is not what the compiler says now",
                    bless,
                );
            }
            Some(kept) if !agree(&kept, &stderr) => {
                let next = "record both anew: `cargo xtask bless`, and trybuild's";
                find(
                    case.recording(),
                    "it does not agree with the .stderr file",
                    next,
                );
            }
            Some(_) => {}
        }
    }
    for stray in hash::files_below(&dir.join("recorded"))? {
        if !now
            .keys()
            .any(|case| case.recording() == format!("recorded/{stray}"))
        {
            find(format!("recorded/{stray}"), "there is no such case", bless);
        }
    }
    let count = several(now.len(), "refused case is", "refused cases are");
    Ok(claim(
        format!("{count} recorded as the compiler words them"),
        findings,
    ))
}

/// Whether a recording and a `.stderr` file of trybuild's are the same errors. Trybuild
/// changes the indentation and hides lines of the standard library.
pub fn agree(recording: &Recording, stderr: &str) -> bool {
    let rendered: Vec<String> = recording
        .errors
        .iter()
        .map(|error| anstream::adapter::strip_str(&error.rendered).to_string())
        .collect();
    words(&rendered.join("\n")) == words(stderr)
}

fn words(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_library = false;
    for line in text.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(at) = words.find("$RUST/") {
            in_library = true;
            let path = words[at..].split(':').next().unwrap_or_default();
            lines.push(path.to_owned());
            continue;
        }
        // The snippet below such a path, without the remarks that follow it.
        in_library &=
            words.starts_with(|c: char| c.is_ascii_digit() || c == '|' || c == ':' || c == '.');
        if !in_library && !words.is_empty() && words != "|" {
            lines.push(words);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recording::RecordedError;

    fn recording(rendered: &str) -> Recording {
        let error = RecordedError {
            code: None,
            message: String::new(),
            item: None,
            spans: Vec::new(),
            notes: Vec::new(),
            rendered: rendered.to_owned(),
        };
        Recording {
            rustc: "1.95.0".into(),
            errors: vec![error],
        }
    }

    const RENDERED: &str = "\u{1b}[1merror\u{1b}[0m: no `&'a T`
    --> cases/part-1/a.rs:5:9
     |
5    |     x
     |     ^ here
     |
note: defined here
    --> $RUST/core/src/mem/mod.rs:907:21
     |
907  |     T: Default
     = note: really
";
    const STDERR: &str = "error: no `&'a T`
 --> cases/part-1/a.rs:5:9
  |
5 |     x
  |     ^ here
  |
note: defined here
 --> $RUST/core/src/mem/mod.rs
  = note: really
";

    #[test]
    fn what_trybuild_changes_makes_no_difference() {
        assert!(agree(&recording(RENDERED), STDERR));
        assert!(agree(&recording(RENDERED), &STDERR.replace('\n', "\r\n")));
    }

    #[test]
    fn any_other_word_does() {
        let recording = recording(RENDERED);
        for (from, to) in [
            ("here\n  |", "there\n  |"),
            ("a.rs:5:9", "a.rs:6:9"),
            ("mem/mod.rs", "mem/other.rs"),
            ("really", "not really"),
            ("error: no", "error[E0499]: no"),
            ("&'a T", "&'_ T"),
        ] {
            assert!(STDERR.contains(from));
            assert!(!agree(&recording, &STDERR.replace(from, to)), "{from}");
        }
        let twice = format!("{STDERR}\n{STDERR}");
        assert!(!agree(&recording, &twice));
    }
}
