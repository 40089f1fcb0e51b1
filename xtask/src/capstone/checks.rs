//! What is checked on a mixture, one run of its program for each.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde::Serialize;

use super::report::{Report, Status};
use crate::error::Error;
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
    /// What was shown, or what went wrong. May be empty.
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

/// Makes the checks, up to the first that fails.
pub fn all(program: &Path, limit: Duration) -> Result<Vec<Done>, Error> {
    let mut all: Vec<Done> = Vec::new();
    for (check, title) in CHECKS {
        all.push(match all.iter().any(Done::has_failed) {
            true => not_reached(check, title),
            false => run(program, check, title, limit)?,
        });
    }
    Ok(all)
}

/// The checks of a mixture that does not compile.
pub fn not_built(package: &str, rendered: &str) -> Vec<Done> {
    let mut all: Vec<Done> = CHECKS
        .iter()
        .map(|&(check, title)| not_reached(check, title))
        .collect();
    all[0].outcome = Outcome::Failed;
    all[0].message = format!("`{package}` does not compile:\n\n{rendered}");
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
    check: &'static str,
    title: &'static str,
    limit: Duration,
) -> Result<Done, Error> {
    let mut command = Command::new(program);
    command.arg(check).env("RUST_BACKTRACE", "0");
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
            "it did not end within {limit} and was stopped. On a slow machine set \
             {TIMEOUT_VARIABLE} to more; otherwise look for a loop that makes no progress."
        )));
    };
    let Ok(report) = serde_json::from_str::<Report>(&finished.stdout) else {
        let said = words_of_a_panic(&finished.stderr);
        return Ok(failed(match said.is_empty() {
            true => format!("the program ended with {status} before it was through"),
            false => said,
        }));
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

/// What a panic has said, without the advice to ask for a backtrace.
fn words_of_a_panic(stderr: &str) -> String {
    let lines: Vec<&str> = stderr
        .lines()
        .filter(|line| !line.starts_with("note: run with `RUST_BACKTRACE"))
        .collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_shown_without_the_advice() {
        let stderr = "\nthread 'main' (7) panicked at src/lib.rs:3:5:\nno more\nnote: run with \
                      `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        assert_eq!(
            words_of_a_panic(stderr),
            "thread 'main' (7) panicked at src/lib.rs:3:5:\nno more"
        );
    }

    #[test]
    fn what_does_not_compile_has_failed_once() {
        let all = not_built("reader", "error: no");
        assert_eq!(all.iter().filter(|done| done.has_failed()).count(), 1);
        assert!(
            all[1..]
                .iter()
                .all(|done| done.outcome == Outcome::NotReached)
        );
    }
}
