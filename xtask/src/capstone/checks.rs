//! What is checked on a mixture, one run of its program for each.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

use serde::Serialize;

use super::report::{Report, Status};
use crate::error::Error;
use crate::hash::slashes;
use crate::judge::{libtest, words};
use crate::process::{self, TIMEOUT_VARIABLE};
use crate::terminal::count;

/// The checks by the program's names for them, and what each is about.
const CHECKS: [(&str, &str); 7] = [
    ("handshake", "Two of these cores with each other"),
    ("splits", "A flight that arrives in pieces"),
    ("allocations", "Memory asked for"),
    ("rustls-server", "The core as a client of rustls"),
    ("rustls-client", "The core as a server for rustls"),
    ("openssl-server", "The core as a client of OpenSSL"),
    ("openssl-client", "The core as a server for OpenSSL"),
];

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// It needs something that is not installed.
    Skipped,
    /// One before it has failed.
    NotReached,
}

/// A check, and what came of it.
#[derive(Debug, Clone)]
pub struct Done {
    /// The program's name for it.
    pub check: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// How it went.
    pub outcome: Outcome,
    /// What was shown, or what went wrong, in the first line. May be empty. Below it is
    /// what may be done; and, indented, what the program or the compiler has said.
    pub message: String,
    /// What the program has reported.
    pub report: Option<Report>,
}

impl Done {
    /// It does not hold.
    pub fn has_failed(&self) -> bool {
        self.outcome == Outcome::Failed
    }
}

/// Makes the checks of the workshop in `root`, up to the first that fails.
pub fn all(program: &Path, root: &Path, limit: Duration) -> Result<Vec<Done>, Error> {
    let mut all: Vec<Done> = Vec::new();
    for (check, title) in CHECKS {
        all.push(match all.iter().any(Done::has_failed) {
            true => not_reached(check, title),
            false => run(program, root, check, title, limit)?,
        });
    }
    Ok(all)
}

/// The checks of a mixture that does not compile.
pub fn not_built(package: &str, rendered: &str, root: &Path) -> Vec<Done> {
    let mut all: Vec<Done> = CHECKS
        .iter()
        .map(|&(check, title)| not_reached(check, title))
        .collect();
    all[0].outcome = Outcome::Failed;
    all[0].message = format!(
        "`{package}` does not compile:\n\n{}",
        words::indented(&within(root, rendered))
    );
    all
}

fn not_reached(check: &'static str, title: &'static str) -> Done {
    Done {
        check,
        title,
        outcome: Outcome::NotReached,
        message: String::new(),
        report: None,
    }
}

fn run(
    program: &Path,
    root: &Path,
    check: &'static str,
    title: &'static str,
    limit: Duration,
) -> Result<Done, Error> {
    // Standard output is the layers', which may print what they like.
    let file = program.with_extension("json");
    let _ = fs::remove_file(&file);
    let mut command = Command::new(program);
    command.arg(check).arg(&file).env("RUST_BACKTRACE", "0");
    let finished =
        process::run(command, limit).map_err(|error| Error::file("run", program, error))?;
    let failed = |message: String| Done {
        check,
        title,
        outcome: Outcome::Failed,
        message,
        report: None,
    };
    let Some(status) = finished.status else {
        let limit = count(limit.as_secs() as usize, "second");
        return Ok(failed(format!(
            "it did not end within {limit} and was stopped\n\
             On a slow machine set {TIMEOUT_VARIABLE} to more; otherwise look for a loop that \
             makes no progress."
        )));
    };
    let Some(report) = read(&file) else {
        return Ok(failed(last_words(&finished.stderr, status, root)));
    };
    Ok(Done {
        check,
        title,
        outcome: match report.status {
            Status::Passed => Outcome::Passed,
            Status::Failed => Outcome::Failed,
            Status::Skipped => Outcome::Skipped,
        },
        message: report.message.clone(),
        report: Some(report),
    })
}

/// What the program has written, if it was through.
fn read(file: &Path) -> Option<Report> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

/// Why a program ended early: the panic and where it was, or else how it ended.
fn last_words(stderr: &str, status: ExitStatus, root: &Path) -> String {
    /// The last words are the ones that say why.
    const LINES: usize = 12;
    let lines: Vec<&str> = stderr
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let panic = |line: &&str| line.starts_with("thread '") && line.contains(" panicked at ");
    if let Some(at) = lines.iter().position(panic) {
        // What a layer has printed before is not the panic's.
        let said = within(root, &libtest::tidy(&lines[at..].join("\n")));
        let (place, message) = said.split_once('\n').unwrap_or((&said, ""));
        return format!("it panicked {place}\n{}", words::indented(message));
    }
    let ended = format!("it ended with {status} before it was through");
    match &lines[lines.len().saturating_sub(LINES)..] {
        [] => ended,
        last => format!("{ended}:\n{}", words::indented(&last.join("\n"))),
    }
}

/// Paths as they are seen from the workshop's folder, as in all other verdicts.
fn within(root: &Path, text: &str) -> String {
    let native = format!("{}{}", root.display(), std::path::MAIN_SEPARATOR);
    text.replace(&native, "")
        .replace(&format!("{}/", slashes(root)), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_with_its_place_in_the_workshop() {
        let stderr = "mine: 17\n\nthread 'main' (7) panicked at /here/src/lib.rs:3:5:\nno more\n\
                      note: run with `RUST_BACKTRACE=1` environment variable to display a \
                      backtrace\n";
        assert_eq!(
            last_words(stderr, ExitStatus::default(), Path::new("/here")),
            "it panicked at src/lib.rs:3:5:\n    no more"
        );
    }

    #[test]
    fn without_a_panic_it_is_told_how_the_program_ended() {
        let words = |stderr| last_words(stderr, ExitStatus::default(), Path::new("/here"));
        let ended = words("");
        assert!(ended.ends_with("before it was through"), "{ended}");
        assert_eq!(words("mine: 17\n"), format!("{ended}:\n    mine: 17"));
    }

    #[test]
    fn what_does_not_compile_has_failed_once() {
        let all = not_built("reader", "error: no", Path::new("/here"));
        assert_eq!(all.iter().filter(|done| done.has_failed()).count(), 1);
        assert!(
            all[1..]
                .iter()
                .all(|done| done.outcome == Outcome::NotReached)
        );
    }
}
