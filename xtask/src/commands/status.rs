//! `cargo xtask`: where you are, and what comes next.

use std::fmt::Write;

use serde::Serialize;

use crate::capstone;
use crate::cli::{Format, StatusArgs};
use crate::error::{Error, PASSED};
use crate::progress::{Progress, State, standing};
use crate::terminal::verdict::commands;
use crate::terminal::{GOOD, HEADING, Look, bar, count, paint, print, section};
use crate::workspace::{Exercise, Workspace};

/// `status --format json`.
#[derive(Serialize)]
struct Status<'w> {
    schema: u32,
    done: usize,
    /// How many of those with our solution.
    applied: usize,
    exercises: usize,
    next: Option<&'w str>,
}

/// Shows it.
pub fn run(args: &StatusArgs, look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    if workspace.exercises.is_empty() {
        workspace.refuse_unreadable()?;
        return Err(Error::broken("there are no exercises in exercises/"));
    }
    let progress = Progress::load(&workspace.root);
    let all = standing::all(&workspace, &progress);
    let count_of = |is: fn(State) -> bool| all.iter().filter(|(_, state)| is(*state)).count();
    let done = count_of(State::is_done);
    let next = standing::next(&workspace, &progress);
    match args.format {
        Format::Json => {
            let status = Status {
                schema: 1,
                done,
                applied: count_of(|state| state == State::Applied),
                exercises: all.len(),
                next: next.map(Exercise::id),
            };
            super::print_json(&status)?;
        }
        Format::Text => {
            let mut out = format!("{}\n\n", paint(HEADING, "The borrow-checker workshop"));
            let _ = writeln!(out, "  {}\n", bar::render(done, all.len(), look));
            out.push_str(&match next {
                Some(exercise) => to_do(&workspace, exercise, &progress),
                None => all_done(&workspace, &progress),
            });
            print(&out)?;
        }
    }
    Ok(PASSED)
}

fn to_do(workspace: &Workspace, exercise: &Exercise, progress: &Progress) -> String {
    let id = exercise.id();
    let steps = &exercise.manifest.steps;
    let at = progress
        .unsolved_step(id)
        .and_then(|step| Some((step, steps.get(step - 1)?)));
    let minutes = exercise.manifest.minutes;
    let size = format!("{}, about {minutes} minutes.", count(steps.len(), "step"));
    let place = match (at, standing::of(exercise, progress)) {
        (Some((step, about)), _) => {
            format!("You are at step {step} of {}: {}", steps.len(), about.title)
        }
        (None, State::ChangedSince) => "You have changed it since it passed.".to_owned(),
        (None, State::BegunAnew) => format!("You have begun it anew: {size}"),
        (None, _) => size,
    };
    let rows = [
        (
            "Read",
            section::place(&workspace.root, &exercise.manifest.chapter, None),
            String::new(),
        ),
        ("Edit", format!("{}/src/", exercise.path()), String::new()),
        ("Check", format!("cargo xtask check {id}"), String::new()),
        ("Hint", format!("cargo xtask hint {id}"), String::new()),
        ("All", "cargo xtask list".to_owned(), String::new()),
    ];
    format!(
        "Next: {}  {}\n{place}\n\n{}",
        paint(HEADING, id),
        exercise.manifest.title,
        commands(&rows),
    )
}

fn all_done(workspace: &Workspace, progress: &Progress) -> String {
    let mut rows = vec![
        ("List", "cargo xtask list".to_owned(), String::new()),
        (
            "Compare",
            "cargo xtask solution ID".to_owned(),
            "ours beside yours".to_owned(),
        ),
    ];
    if capstone::is_there(workspace) {
        rows.insert(0, super::capstone::row("Capstone"));
    }
    let words = standing::all_done(workspace, progress).replacen('e', "E", 1);
    format!(
        "{}\n\n{}",
        paint(GOOD, format!("{words}.")),
        commands(&rows)
    )
}
