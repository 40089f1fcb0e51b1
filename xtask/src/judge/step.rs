//! The verdict on one step.

use std::path::Path;

use super::predictions::Answers;
use super::problem::Problem;
use super::trials::Trial;
use super::{Candidate, recorded, words};
use crate::cargo::diagnostic::Diagnostic;
use crate::error::Error;
use crate::hash::slashes;
use crate::manifest::Step;
use crate::verdict::{ErrorReport, Status, StepVerdict};

/// A step that errors of the compiler belong to.
pub fn does_not_compile(
    candidate: &Candidate<'_>,
    number: usize,
    problems: &[&Problem],
    root: &Path,
) -> Result<StepVerdict, Error> {
    let recording = recorded::load(&candidate.exercise.dir, number)?;
    let intended = |problem: &Problem| {
        let intends = |recording| recorded::intends(recording, problem);
        recording.as_ref().is_some_and(intends)
    };
    let judged: Vec<(&Problem, bool)> = problems
        .iter()
        .map(|&problem| (problem, intended(problem)))
        .collect();
    let errors = judged
        .iter()
        .map(|(problem, intended)| report(&problem.diagnostic, *intended, root))
        .collect();
    let step = step(candidate, number);
    Ok(StepVerdict {
        errors,
        message: words::about(step, &candidate.exercise.path(), &judged),
        ..blank(candidate, number, Status::DoesNotCompile)
    })
}

/// A step that cannot be judged, because an error belongs to the step `blocking`.
pub fn not_reached(
    candidate: &Candidate<'_>,
    number: usize,
    blocking: Option<usize>,
) -> StepVerdict {
    let message = match blocking {
        Some(step) => {
            format!("No error is in this step. It is judged as soon as step {step} compiles.")
        }
        None => "It is judged as soon as the crate compiles.".to_owned(),
    };
    StepVerdict {
        message,
        ..blank(candidate, number, Status::NotReached)
    }
}

/// A step that compiles, by what its tests, predictions and probes have shown.
pub fn tried(
    candidate: &Candidate<'_>,
    number: usize,
    trial: Trial,
    root: &Path,
) -> Result<StepVerdict, Error> {
    let step = step(candidate, number);
    let mut errors = Vec::new();
    let mut says = Vec::new();
    let mut passed = true;
    match trial.tests {
        Some(outcome) => {
            passed &= outcome.passed;
            says.extend(Some(outcome.words).filter(|words| !words.is_empty()));
        }
        // Whatever the reason: tests that did not run have shown nothing.
        None if candidate.has_test(number) => {
            return Err(Error::broken(format!(
                "cargo has built no program from {}/tests/step_{number}.rs; does its Cargo.toml \
                 switch off `autotests`?",
                candidate.exercise.path()
            )));
        }
        None => {}
    }
    let ran = (trial.predictions.len(), trial.probes.len());
    if ran != (step.predict.len(), step.probes.len()) {
        return Err(Error::broken(format!(
            "the programs of step {number} of {} were not compiled",
            candidate.exercise.id()
        )));
    }
    if !step.predict.is_empty() {
        let steps = &candidate.exercise.manifest.steps;
        let all: Vec<&str> = steps
            .iter()
            .flat_map(|step| &step.predict)
            .map(String::as_str)
            .collect();
        let fates: Vec<_> = trial.predictions.iter().collect();
        let answers = Answers::read(&candidate.dir)?;
        let (outcome, wrong) = answers.judge(&step.predict, &fates, &all);
        passed &= outcome.passed;
        says.extend(Some(outcome.words).filter(|words| !words.is_empty()));
        errors.extend(wrong.iter().map(|error| report(error, false, root)));
    }
    for (probe, fate) in step.probes.iter().zip(&trial.probes) {
        let met = fate.is(&probe.expect);
        // A remark is about an answer that is right; on a wrong one it would mislead.
        if met == probe.remark && (passed || !probe.remark) {
            says.push(probe.says.clone());
        }
        if !met && !probe.remark {
            passed = false;
            errors.extend(fate.errors.iter().map(|error| report(error, false, root)));
        }
    }
    let status = if passed {
        Status::Passed
    } else {
        Status::Failed
    };
    Ok(StepVerdict {
        errors,
        message: says.join("\n\n"),
        ..blank(candidate, number, status)
    })
}

fn step<'a>(candidate: &Candidate<'a>, number: usize) -> &'a Step {
    &candidate.exercise.manifest.steps[number - 1]
}

fn blank(candidate: &Candidate<'_>, number: usize, status: Status) -> StepVerdict {
    StepVerdict {
        step: number,
        title: step(candidate, number).title.clone(),
        status,
        errors: Vec::new(),
        message: String::new(),
    }
}

fn report(diagnostic: &Diagnostic, intended: bool, root: &Path) -> ErrorReport {
    let primary = diagnostic.primary();
    let file = primary.map_or_else(String::new, |span| {
        let file = root.join(&span.file_name);
        slashes(file.strip_prefix(root).unwrap_or(&file))
    });
    ErrorReport {
        code: diagnostic.code().map(str::to_owned),
        message: diagnostic.message.clone(),
        label: diagnostic.label().to_owned(),
        file,
        line: primary.map_or(0, |span| span.line_start),
        column: primary.map_or(0, |span| span.column_start),
        intended,
        similar: None,
        rendered: diagnostic.plain(),
        coloured: diagnostic.coloured().to_owned(),
    }
}
