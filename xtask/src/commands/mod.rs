//! One file per command.
//!
//! Each has its flags, `Args`, and `run`, which gives the exit code: one of
//! [`PASSED`](crate::error::PASSED) and [`NOT_YET`](crate::error::NOT_YET), or
//! an [`Error`](crate::error::Error) that brings its own.

pub mod bless;
pub mod book;
pub mod capstone;
pub mod check;
pub mod doctor;
pub mod drift;
pub mod errors;
pub mod explain;
pub mod hint;
pub mod list;
pub mod reset;
pub mod restore;
pub mod solution;
pub mod status;
pub mod verify;

/// Prints a value as JSON, on lines of its own.
fn print_json(value: &impl serde::Serialize) -> Result<(), crate::error::Error> {
    let text = serde_json::to_string_pretty(value).expect("what we print has string keys");
    crate::terminal::print(&format!("{text}\n"))
}

/// Checks the number of a step.
fn step_of(
    exercise: &crate::workspace::Exercise,
    step: usize,
) -> Result<usize, crate::error::Error> {
    let steps = exercise.manifest.steps.len();
    if (1..=steps).contains(&step) {
        return Ok(step);
    }
    let steps = crate::terminal::count(steps, "step");
    Err(crate::error::Error::usage(format!(
        "there is no step {step}: {} has {steps}",
        exercise.id()
    )))
}

/// Says where the files are that a command has replaced.
fn kept_words(kept: &crate::progress::Kept) -> String {
    match kept {
        crate::progress::Kept::As(copy) => {
            format!("What was there is saved copy {}.\n", copy.number)
        }
        crate::progress::Kept::Starter => "What was there was the starter.\n".to_owned(),
        crate::progress::Kept::Nowhere => String::new(),
    }
}
