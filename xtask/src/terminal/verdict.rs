//! A verdict for people: the steps, rustc's errors, our words, the next command.

use std::fmt::Write;

use crate::capstone;
use crate::museum::nearest;
use crate::progress::{Progress, State, standing};
use crate::verdict::{Status, StepVerdict, Verdict};
use crate::workspace::{Exercise, Workspace};

use super::prose::wrap;
use super::{BAD, CODE, GOOD, HEADING, Look, QUIET, count, paint, section};

/// Renders the verdict on one exercise, or on the step of it that was asked for.
pub fn render(
    workspace: &Workspace,
    progress: &Progress,
    verdict: &Verdict,
    asked: Option<usize>,
    look: Look,
) -> String {
    let Some(exercise) = workspace
        .exercises
        .iter()
        .find(|e| e.id() == verdict.exercise)
    else {
        return String::new();
    };
    let mut out = format!(
        "{}  {}\n\n",
        paint(HEADING, exercise.id()),
        exercise.manifest.title
    );
    for step in &verdict.steps {
        out.push_str(&step_line(step, look));
    }
    // What is left of a solved exercise is a bonus.
    let next = verdict.next_step().filter(|_| !verdict.passed);
    let later = |step: &&StepVerdict| {
        matches!(step.status, Status::DoesNotCompile | Status::Failed)
            && next.is_none_or(|next| next.step != step.step)
    };
    // One thing at a time: what is wrong with a later step is shown when it is its turn.
    for step in verdict.steps.iter().filter(|step| !later(step)) {
        out.push_str(&details(step, look));
    }
    out.push('\n');
    match next {
        Some(step) => {
            let later = verdict.steps.iter().find(later).map(|step| step.step);
            out.push_str(&unsolved(workspace, exercise, step, asked, later));
        }
        None if !verdict.passed => {
            out.push_str("Every step passes, but that does not count as solved: see above.\n");
        }
        None if asked.is_some() => {
            out.push_str(&paint(GOOD, "This step passes."));
            out.push_str("\n\n");
            let again = format!("cargo xtask check {}", exercise.id());
            out.push_str(&commands(&[(
                "All",
                again,
                "judges the whole exercise".into(),
            )]));
        }
        None => out.push_str(&solved(workspace, progress, exercise, verdict)),
    }
    out
}

/// Renders the verdicts on several exercises, a line for each.
pub fn render_all(workspace: &Workspace, verdicts: &[Verdict], look: Look) -> String {
    let mut out = String::new();
    let width = verdicts
        .iter()
        .map(|verdict| verdict.exercise.len())
        .max()
        .unwrap_or(0);
    for verdict in verdicts {
        let id = &verdict.exercise;
        let passed = verdict
            .steps
            .iter()
            .filter(|step| step.status == Status::Passed)
            .count();
        let mark = match (verdict.passed, look) {
            (true, Look::Rich) => paint(GOOD, "✓ "),
            (false, Look::Rich) => paint(BAD, "✗ "),
            (_, Look::Plain) => String::new(),
        };
        let all = verdict.steps.len();
        let words = match verdict.next_step().filter(|_| !verdict.passed) {
            Some(step) => {
                let how = words(step.status);
                let of = format!("{passed} of {}", count(all, "step"));
                format!("{of}, step {} {how}: {}", step.step, step.title)
            }
            None if verdict.passed => passes(verdict),
            None => format!("{}, but files of the workshop were changed", all_pass(all)),
        };
        let _ = writeln!(out, "{mark}{id:width$}  {words}");
    }
    let passed = verdicts.iter().filter(|verdict| verdict.passed).count();
    let all = count(workspace.exercises.len(), "exercise");
    let _ = writeln!(out, "\n{passed} of {all} passed.");
    if let Some(verdict) = verdicts.iter().find(|verdict| !verdict.passed) {
        let check = format!("cargo xtask check {}", verdict.exercise);
        out.push('\n');
        out.push_str(&commands(&[("More", check, "shows why".into())]));
    }
    out
}

/// `  ✗ 2  Share it (does not compile)`
fn step_line(step: &StepVerdict, look: Look) -> String {
    let StepVerdict {
        step: number,
        title,
        status,
        ..
    } = step;
    if look == Look::Plain {
        return format!("Step {number}, {}: {title}\n", words(*status));
    }
    let (symbol, style) = match status {
        Status::Passed => ("✓", GOOD),
        Status::DoesNotCompile | Status::Failed => ("✗", BAD),
        Status::NotReached => ("·", QUIET),
    };
    let mark = paint(style, format!("{symbol} {number}"));
    match status {
        Status::Passed => format!("  {mark}  {title}\n"),
        Status::NotReached => format!("  {mark}  {title} {}\n", paint(QUIET, "(not reached)")),
        _ => format!(
            "  {mark}  {title} {}\n",
            paint(style, format!("({})", words(*status)))
        ),
    }
}

fn words(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::DoesNotCompile => "does not compile",
        Status::Failed => "failed",
        Status::NotReached => "not reached",
    }
}

/// What there is to say about a step: the compiler's errors whole, then our words.
fn details(step: &StepVerdict, look: Look) -> String {
    if step.errors.is_empty() && (step.message.is_empty() || step.status == Status::NotReached) {
        return String::new();
    }
    let heading = format!("Step {}: {}", step.step, step.title);
    let mut out = format!("\n{}\n\n", paint(HEADING, heading));
    for error in &step.errors {
        let whole = match look {
            Look::Rich if !error.coloured.is_empty() => &error.coloured,
            _ => &error.rendered,
        };
        out.push_str(whole.trim_end());
        out.push_str("\n\n");
    }
    out.push_str(&message(&step.message));
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// Our words: prose is broken into lines, what is indented (a panic, a value) stays as it is.
fn message(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with(' ') || line.trim().is_empty() {
            out.push_str(line.trim_end());
            out.push('\n');
        } else {
            out.push_str(&wrap(line, ""));
        }
    }
    out
}

/// What to do about a step that did not pass.
fn unsolved(
    workspace: &Workspace,
    exercise: &Exercise,
    step: &StepVerdict,
    asked: Option<usize>,
    later: Option<usize>,
) -> String {
    let id = exercise.id();
    let only = asked.map_or(String::new(), |step| format!(" --step {step}"));
    let hint = format!("cargo xtask hint {id} --step {}", step.step);
    let mut rows = Vec::new();
    if let Some(manifest) = exercise.manifest.steps.get(step.step.wrapping_sub(1)) {
        rows.push(read(
            workspace,
            &exercise.manifest.chapter,
            &manifest.section,
        ));
    }
    if step.errors.iter().any(|error| error.intended) {
        let drawn = format!("cargo xtask explain {id} --step {}", step.step);
        rows.push(("See", drawn, "the error drawn".into()));
    }
    if let Some(similar) = step.errors.iter().find_map(|error| error.similar.as_ref()) {
        let museum = format!("cargo xtask errors {similar}");
        let what = match nearest::is_code(similar) {
            true => "errors with its code, one explained",
            false => "an error like it, explained",
        };
        rows.push(("Alike", museum, what.into()));
    }
    rows.push(("Hint", hint, String::new()));
    let again = format!("cargo xtask check {id}{only}");
    rows.push(("Again", again, String::new()));
    if let Some(later) = later {
        let check = format!("cargo xtask check {id} --step {later}");
        rows.push(("Later", check, format!("what step {later} says")));
    }
    commands(&rows)
}

/// The row that says where in the book to read.
fn read(workspace: &Workspace, chapter: &str, anchor: &str) -> (&'static str, String, String) {
    let place = section::place(&workspace.root, chapter, Some(anchor));
    let title = match section::find(&workspace.root, chapter, anchor) {
        Some(found) => format!("“{}”", found.title),
        None => format!("#{anchor}"),
    };
    ("Read", place, title)
}

/// What the learner has now, and where to go from here.
fn solved(
    workspace: &Workspace,
    progress: &Progress,
    exercise: &Exercise,
    verdict: &Verdict,
) -> String {
    let steps = passes(verdict);
    let mut out = match standing::of(exercise, progress) {
        State::Applied => format!(
            "{} {steps}, with the solution's files.\n\n",
            paint(GOOD, "Applied:")
        ),
        _ => format!("{} {steps}.\n\n", paint(GOOD, "Solved:")),
    };
    let mut rows = Vec::new();
    match standing::next(workspace, progress) {
        Some(next) => {
            let about = format!(
                "{} ({} minutes)",
                next.manifest.title, next.manifest.minutes
            );
            rows.push(("Next", format!("cargo xtask check {}", next.id()), about));
        }
        None => {
            let done = standing::all_done(workspace, progress);
            out.push_str(&wrap(&format!("That was the last one: {done}."), ""));
            out.push('\n');
            if capstone::is_there(workspace) {
                rows.push(crate::commands::capstone::row("Next"));
            }
        }
    }
    if let Some(bonus) = verdict.next_step() {
        let check = format!("cargo xtask check {} --step {}", exercise.id(), bonus.step);
        rows.push(("Bonus", check, bonus.title.clone()));
    }
    let solution = format!("cargo xtask solution {}", exercise.id());
    let others = match exercise.manifest.right.len() {
        0 => "ours beside yours".to_owned(),
        n => format!("ours beside yours, and {}", count(n, "other right answer")),
    };
    rows.push(("Compare", solution, others));
    out.push_str(&commands(&rows));
    out
}

/// What a verdict that is passed has to show. What does not pass then is a bonus.
fn passes(verdict: &Verdict) -> String {
    let passed = |step: &&StepVerdict| step.status == Status::Passed;
    let (all, passed) = (
        verdict.steps.len(),
        verdict.steps.iter().filter(passed).count(),
    );
    if passed == all {
        all_pass(all)
    } else {
        format!(
            "{passed} of {} pass, and the rest is a bonus",
            count(all, "step")
        )
    }
}

fn all_pass(steps: usize) -> String {
    match steps {
        1 => "its step passes".to_owned(),
        n => format!("all {n} steps pass"),
    }
}

/// Rows of what, how, and a remark; each of them may be empty.
pub fn commands(rows: &[(&str, String, String)]) -> String {
    let widest = |rows: &mut dyn Iterator<Item = &str>| {
        let widths = rows.map(|text| text.chars().count());
        widths.max().unwrap_or(0)
    };
    let width = widest(&mut rows.iter().map(|row| row.0));
    // Remarks stand below each other; a row without one may reach into their column.
    let remarked = rows.iter().filter(|row| !row.2.is_empty());
    let column = widest(&mut remarked.map(|row| &*row.1));
    let mut out = String::new();
    for (what, how, remark) in rows {
        let gap = if width == 0 { "" } else { "  " };
        let pad = column.saturating_sub(how.chars().count());
        let row = format!(
            "  {what:width$}{gap}{}{:pad$}  {remark}",
            paint(CODE, how),
            ""
        );
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}
