//! An error of the compiler, and the step that it belongs to.

use std::path::{Path, PathBuf};

use super::Candidate;
use crate::cargo::build::Package;
use crate::cargo::diagnostic::{Diagnostic, Span};
use crate::hash::slashes;
use crate::items::{items, ownership, place};

/// Whose an item is, and so who is to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A step owns it.
    TheSteps,
    /// The starter does not have it: it was added by whoever wrote the answer.
    Added,
    /// The starter has it, and no step owns it.
    TheStarters,
}

/// An error in a candidate.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The step that it belongs to.
    pub step: usize,
    /// Whose the item is that it is in.
    pub whose: Whose,
    /// Relative to the exercise: `src/lib.rs`, `tests/step_1.rs`.
    pub file: String,
    /// Line and column in it, counted from 1. Of an error inside of a macro, those of the
    /// call that is in the file.
    pub at: Option<(usize, usize)>,
    /// The item that it is in.
    pub item: Option<String>,
    /// rustc cannot read the file: something was mistyped.
    pub is_syntax: bool,
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
    let place = span.zip(file.as_deref());
    let is_syntax = place.is_some_and(|(_, file)| is_syntax(candidate, file, diagnostic));
    let (step, whose) = match (owner, place) {
        (Some(step), _) => (Some(step), Whose::TheSteps),
        (None, Some((span, file))) => (
            nearest_step(candidate, file, span),
            match is_added(candidate, file, span) {
                true => Whose::Added,
                false => Whose::TheStarters,
            },
        ),
        (None, None) => (None, Whose::TheStarters),
    };
    Problem {
        step: step.unwrap_or(*candidate.steps.start()),
        whose,
        at: place.map(|(span, _)| (span.line_start, span.column_start)),
        file: file
            .or_else(|| test.map(|name| format!("tests/{name}.rs")))
            .unwrap_or_default(),
        item,
        is_syntax,
        diagnostic: diagnostic.clone(),
    }
}

/// Whether the error is that the file is no Rust. rustc gives no code to these, and
/// neither does it to those about lifetimes, but they are found in files that parse.
fn is_syntax(candidate: &Candidate<'_>, file: &str, diagnostic: &Diagnostic) -> bool {
    // Inside of a macro the tokens may be anything, and only rustc knows better.
    let expects = || diagnostic.message.starts_with("expected ");
    let does_not_parse = || {
        let text = std::fs::read_to_string(candidate.dir.join(file));
        text.is_ok_and(|text| items(&text).is_err())
    };
    diagnostic.code().is_none() && file.starts_with("src/") && (expects() || does_not_parse())
}

/// The errors to be shown. Where a file is no Rust, that is the first in each such
/// file: nearly all that rustc says besides follows from them.
pub fn worth_showing(problems: &[Problem]) -> Vec<&Problem> {
    if !problems.iter().any(|problem| problem.is_syntax) {
        return problems.iter().collect();
    }
    let mut shown: Vec<&Problem> = Vec::new();
    for problem in problems.iter().filter(|problem| problem.is_syntax) {
        if shown.iter().all(|earlier| earlier.file != problem.file) {
            shown.push(problem);
        }
    }
    shown
}

fn item(candidate: &Candidate<'_>, file: &str, span: &Span) -> Option<String> {
    let text = std::fs::read_to_string(candidate.dir.join(file)).ok()?;
    place::item_at(&text, span.line_start, span.column_start)
}

/// The step whose item lies nearest in the file. Where a step asks for a whole impl, it
/// may be in the solution's file alone.
fn nearest_step(candidate: &Candidate<'_>, file: &str, span: &Span) -> Option<usize> {
    let below = file.strip_prefix("src/")?;
    let steps = &candidate.exercise.manifest.steps;
    let nearest_in = |dir: &Path| {
        let text = std::fs::read_to_string(dir.join(file)).ok()?;
        place::nearest(&text, span.line_start, |item| {
            ownership::owner(steps, below, Some(item))
        })
    };
    nearest_in(&candidate.dir).or_else(|| nearest_in(&candidate.exercise.solution))
}

/// Whether the starter does not have the item, or the whole file.
fn is_added(candidate: &Candidate<'_>, file: &str, span: &Span) -> bool {
    let Some(below) = file.strip_prefix("src/") else {
        return false;
    };
    let starter = candidate.exercise.dir.join("starter").join(below);
    let Ok(text) = std::fs::read_to_string(candidate.dir.join(file)) else {
        return false;
    };
    match std::fs::read_to_string(starter) {
        Ok(starter) => !place::is_in(&starter, &text, span.line_start, span.column_start),
        Err(_) => true,
    }
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
