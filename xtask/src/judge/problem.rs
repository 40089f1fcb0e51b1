//! An error of the compiler, and the step that it belongs to.

use std::path::{Path, PathBuf};

use super::Candidate;
use crate::cargo::build::Package;
use crate::cargo::diagnostic::{Diagnostic, Span};
use crate::hash::slashes;
use crate::items::{ownership, place};

/// An error in a candidate.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The step that it belongs to.
    pub step: usize,
    /// Some step owns the item; otherwise the error was given to the first one.
    pub owned: bool,
    /// Relative to the exercise: `src/lib.rs`, `tests/step_1.rs`.
    pub file: String,
    /// The item that it is in.
    pub item: Option<String>,
    /// What rustc says.
    pub diagnostic: Diagnostic,
}

/// The errors of a candidate's library and tests, each with its step.
pub fn problems(candidate: &Candidate<'_>, package: &Package, root: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    for target in &package.errors {
        for diagnostic in &target.errors {
            problems.push(problem(candidate, target.test.as_deref(), diagnostic, root));
        }
    }
    problems
}

fn problem(
    candidate: &Candidate<'_>,
    test: Option<&str>,
    diagnostic: &Diagnostic,
    root: &Path,
) -> Problem {
    let relative = |file: &str| relative(candidate, &root.join(file));
    let is_ours = |file: &Path| relative(&file.to_string_lossy()).is_some();
    let span = diagnostic.primary().map(|span| span.within(&is_ours));
    let file = span.and_then(|span| relative(&span.file_name));
    let item = match (span, &file) {
        (Some(span), Some(file)) if file.starts_with("src/") => item(candidate, file, span),
        _ => None,
    };
    // An error that a test target reports in src/ cannot be: src/ is compiled before.
    let owner = match (test.and_then(step_of_test), &file) {
        (Some(step), _) => Some(step),
        (None, Some(file)) => {
            let below = file.strip_prefix("src/").unwrap_or(file);
            ownership::owner(&candidate.exercise.manifest.steps, below, item.as_deref())
        }
        (None, None) => None,
    };
    Problem {
        step: owner.unwrap_or(*candidate.steps.start()),
        owned: owner.is_some(),
        file: file
            .or_else(|| test.map(|name| format!("tests/{name}.rs")))
            .unwrap_or_default(),
        item,
        diagnostic: diagnostic.clone(),
    }
}

fn item(candidate: &Candidate<'_>, file: &str, span: &Span) -> Option<String> {
    let text = std::fs::read_to_string(candidate.dir.join(file)).ok()?;
    place::item_at(&text, span.line_start, span.column_start)
}

/// The path relative to the exercise. The tests of a scratch copy are the
/// exercise's own, its `src/` is not.
pub fn relative(candidate: &Candidate<'_>, file: &Path) -> Option<String> {
    let file: PathBuf = std::path::absolute(file).ok()?;
    let below = file
        .strip_prefix(&candidate.dir)
        .or_else(|_| file.strip_prefix(&candidate.exercise.dir))
        .ok()?;
    Some(slashes(below))
}

/// `2` for `step_2`.
pub fn step_of_test(name: &str) -> Option<usize> {
    name.strip_prefix("step_")?.parse().ok()
}
