//! `cargo xtask explain`: the compiler error of a step with its loan drawn.

use crate::cli::ExplainArgs;
use crate::error::{Error, PASSED};
use crate::judge::recorded;
use crate::museum::{Museum, search};
use crate::progress::Progress;
use crate::recording::Recording;
use crate::terminal::prose::wrap;
use crate::terminal::verdict::commands;
use crate::terminal::{HEADING, Look, count, loan, museum, paint, print};
use crate::workspace::{Exercise, Workspace, typed};

/// Shows it.
pub fn run(args: &ExplainArgs, look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let typed = typed("explain", args.id.as_ref(), &args.more);
    let exercise = workspace.chosen(typed).map_err(|unknown| {
        let subject = typed.id.filter(|_| typed.more.is_empty());
        let in_the_museum = subject.and_then(|subject| in_the_museum(&workspace, subject));
        in_the_museum.unwrap_or(unknown)
    })?;
    print(&of_exercise(&workspace, exercise, args, look)?)?;
    Ok(PASSED)
}

/// Where to find what is no exercise, but an error of the museum.
fn in_the_museum(workspace: &Workspace, subject: &str) -> Option<Error> {
    let museum = Museum::open(workspace).ok()?;
    search::find(&museum, subject).ok()?;
    Some(Error::usage(format!(
        "`{subject}` is no exercise, but the museum has it: {}",
        museum::command(subject)
    )))
}

/// The errors of one step: the one that was asked for, or else the one where the
/// learner is, or the last one before it that has any. What the later steps say would
/// give them away; `--all` shows it.
fn of_exercise(
    workspace: &Workspace,
    exercise: &Exercise,
    args: &ExplainArgs,
    look: Look,
) -> Result<String, Error> {
    let steps = steps(exercise)?;
    let at = Progress::load(&workspace.root).unsolved_step(exercise.id());
    let step = match args.step {
        Some(step) => Some(super::step_of(exercise, step)?),
        None if args.all => None,
        None => {
            let is_reached = |number: &usize| at.is_none_or(|at| *number <= at);
            let mut reached = steps.iter().map(|(number, _)| *number).filter(is_reached);
            match at {
                Some(at) => reached.next_back().or(Some(at)),
                None => reached.next().or(Some(1)),
            }
        }
    };
    let mut out = String::new();
    if let (Some(at), Some(shown), None) = (at, step, args.step)
        && at != shown
    {
        let words = format!(
            "You are at step {at}, whose code compiles as it is: no compiler error is recorded \
             there. This is step {shown} again."
        );
        out.push_str(&wrap(&words, ""));
        out.push('\n');
    }
    let before = out.len();
    let mut left = 0;
    for (number, recording) in steps {
        if step.is_none_or(|step| step == number) {
            out.push_str(&whole(exercise, number, &recording, look));
        } else {
            left += 1;
        }
    }
    let is_shown = out.len() > before;
    if is_shown {
        let words = format!(
            "This was recorded on the starter, in {}; in your files the lines may be others.",
            exercise.path()
        );
        out.push_str(&wrap(&words, ""));
        out.push('\n');
    } else {
        let what = step.map_or(exercise.id().to_owned(), |step| {
            format!("{}, step {step}", exercise.id())
        });
        let words = format!(
            "{what}: no compiler error is recorded here. The code compiles as it is, and it is \
             the tests or your predictions that say no."
        );
        out.push_str(&wrap(&words, ""));
    }
    if left > 0 && args.step.is_none() {
        if !is_shown {
            out.push('\n');
        }
        let all = format!("cargo xtask explain {} --all", exercise.id());
        let what = count(left, "other step");
        out.push_str(&commands(&[(
            "All",
            all,
            format!("the errors of {what} as well"),
        )]));
    }
    Ok(out)
}

/// The recorded errors of an exercise, with the number of each step.
fn steps(exercise: &Exercise) -> Result<Vec<(usize, Recording)>, Error> {
    let mut steps = Vec::new();
    for number in 1..=exercise.manifest.steps.len() {
        let recording = recorded::load(&exercise.dir, number)?;
        steps.extend(
            recording
                .filter(|recording| !recording.errors.is_empty())
                .map(|recording| (number, recording)),
        );
    }
    Ok(steps)
}

/// All errors of a step: what rustc says, then the drawing.
fn whole(exercise: &Exercise, number: usize, recording: &Recording, look: Look) -> String {
    let title = &exercise.manifest.steps[number - 1].title;
    let heading = format!("{}, step {number}: {title}", exercise.id());
    let mut out = format!("{}\n\n", paint(HEADING, heading));
    for error in &recording.errors {
        out.push_str(&loan::with_words(error, look));
    }
    out
}
