//! The recorded errors of `compile-fail/`: one file for each refused case, for
//! the book and the command line to quote.

use std::path::Path;

use super::{Claim, Finding, claim, several};
use crate::cargo::environment;
use crate::error::Error;
use crate::hash;
use crate::judge::{jobs, recorded};
use crate::museum::facts::{Fact, Facts, Harness};
use crate::museum::shelf::Shelf;
use crate::recording::Recording;
use crate::scratch::Scratch;

/// A refused case, and what the compiler says to it.
#[derive(Debug)]
pub struct Case {
    /// The program, relative to `compile-fail/`.
    pub program: String,
    /// What trybuild expects, relative to `compile-fail/`.
    pub stderr: String,
    /// Where the recording is kept, relative to `compile-fail/`.
    pub file: String,
    /// What the compiler says now.
    pub now: Recording,
}

/// Compiles all refused cases of the suite in `dir` that have changed, and records what
/// the compiler says to each.
pub fn record(dir: &Path, scratch: &Scratch) -> Result<Vec<Case>, Error> {
    let facts = Facts::open(dir).map_err(|why| Error::broken(format!("compile-fail/{why}")))?;
    let all: Vec<Fact> = facts
        .cases()
        .cloned()
        .chain(facts.in_edition_2021())
        .collect();
    let mut cases = Vec::new();
    for harness in Harness::ALL {
        let mine = |fact: &&Fact| fact.harness() == harness && fact.is_refused();
        let mine: Vec<&Fact> = all.iter().filter(mine).collect();
        if mine.is_empty() {
            continue;
        }
        let rustc = environment::rustc();
        let shelf = Shelf::open(dir, harness, &rustc, &scratch.target_dir(), &[])?;
        let recordings = jobs::map(&mine, |fact| shelf.record(fact));
        for (fact, now) in mine.into_iter().zip(recordings) {
            cases.push(Case {
                program: fact.program(),
                stderr: fact.stderr().unwrap_or_default(),
                file: fact.recording().unwrap_or_default(),
                now: now?,
            });
        }
    }
    Ok(cases)
}

/// The claim about the recordings of the suite in `dir`.
pub fn claim_about(dir: &Path, scratch: &Scratch) -> Result<Claim, Error> {
    let cases = record(dir, scratch)?;
    let mut findings = Vec::new();
    let mut find = |file: &str, what: &str, next: &str| {
        findings.push(Finding {
            file: format!("compile-fail/{file}"),
            what: what.to_owned(),
            next: next.to_owned(),
        });
    };
    let bless = "`cargo xtask bless` records it and shows what changed";
    for Case {
        program,
        stderr,
        file,
        now,
    } in &cases
    {
        if now.errors.is_empty() {
            find(
                program,
                "it is not refused",
                "repair it, or what is stated of it",
            );
            continue;
        }
        let stderr = std::fs::read_to_string(dir.join(stderr)).unwrap_or_default();
        match recorded::read(&dir.join(file))? {
            None => find(file, "it is not there", bless),
            // Another compiler may use other words; the pinned one has the last one.
            Some(kept) if kept.rustc == now.rustc && kept != *now => {
                find(file, "it is not what the compiler says now", bless);
            }
            Some(kept) if !agree(&kept, &stderr) => {
                let next = "record both anew: `cargo xtask bless`, and trybuild's";
                find(file, "it does not agree with the .stderr file", next);
            }
            Some(_) => {}
        }
    }
    for stray in hash::files_below(&dir.join("recorded"))? {
        let stray = format!("recorded/{stray}");
        if !cases.iter().any(|case| case.file == stray) {
            find(&stray, "there is no such case", bless);
        }
    }
    let count = several(cases.len(), "refusal is", "refusals are");
    Ok(claim(
        format!("{count} recorded as the compiler words them"),
        findings,
    ))
}

/// Whether a recording and a `.stderr` file of trybuild's are the same errors. Trybuild
/// changes the indentation and hides lines of the libraries.
pub fn agree(recording: &Recording, stderr: &str) -> bool {
    let rendered: Vec<String> = recording
        .errors
        .iter()
        .map(|error| anstream::adapter::strip_str(&error.rendered).to_string())
        .collect();
    words(&rendered.join("\n")) == words(stderr)
}

/// The words of a diagnostic, line by line, without the indentation and without what
/// depends on the libraries that are installed.
pub fn words(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_library = false;
    for line in text.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(at) = words.find("$RUST/").or_else(|| words.find("$CARGO/")) {
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
note: and there
    --> $CARGO/zip-$VERSION/src/read.rs:31:12
     |
31   | pub struct ZipFile
     |            ^^^^^^^
help: add it
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
note: and there
 --> $CARGO/zip-$VERSION/src/read.rs
  |
  | pub struct ZipFile
  |            ^^^^^^^
help: add it
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
            ("src/read.rs", "src/write.rs"),
            ("add it", "leave it"),
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
