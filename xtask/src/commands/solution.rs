//! `cargo xtask solution`: ours beside yours, or ours in place of yours.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::cli::SolutionArgs;
use crate::error::{Error, NOT_YET, PASSED};
use crate::hash::{files_below, of_folder};
use crate::progress::{Kept, Progress, replace};
use crate::terminal::prose::wrap_hanging;
use crate::terminal::verdict::commands;
use crate::terminal::{GOOD, HEADING, Look, diff, paint, print};
use crate::workspace::{Exercise, Workspace, typed};

/// Shows the difference, or applies the solution.
pub fn run(args: &SolutionArgs, look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let exercise = workspace.chosen(typed("solution", args.id.as_ref(), &args.more))?;
    let mut progress = Progress::load(&workspace.root);
    let src = exercise.solution.join("src");
    if files_below(&src)?.is_empty() {
        return Err(Error::broken(format!(
            "the solution is missing: no files in {}",
            src.display()
        )));
    }
    if args.apply {
        return apply(exercise, &mut progress);
    }
    let hash = of_folder(&exercise.dir.join("src"))?;
    let known =
        progress.was_solved(exercise.id()) || progress.state(exercise.id(), &hash).is_done();
    if !known && !args.peek {
        print(&not_yet(exercise))?;
        return Ok(NOT_YET);
    }
    print(&compare(exercise, look)?)?;
    Ok(PASSED)
}

fn not_yet(exercise: &Exercise) -> String {
    let id = exercise.id();
    let rows = [
        ("Check", format!("cargo xtask check {id}"), String::new()),
        ("Hint", format!("cargo xtask hint {id}"), String::new()),
        (
            "Peek",
            format!("cargo xtask solution {id} --peek"),
            "show it all the same".into(),
        ),
        (
            "Catch up",
            format!("cargo xtask solution {id} --apply"),
            "put it in place of yours".into(),
        ),
    ];
    format!(
        "You have not solved {id} yet, so its solution is not shown.\n\n{}",
        commands(&rows)
    )
}

/// The difference from the learner's files to the solution's, and the other right answers.
fn compare(exercise: &Exercise, look: Look) -> Result<String, Error> {
    let (yours, ours) = (exercise.dir.join("src"), exercise.solution.join("src"));
    let mut names: BTreeSet<String> = files_below(&yours)?.into_iter().collect();
    names.extend(files_below(&ours)?);
    let mut out = String::new();
    for name in &names {
        out.push_str(&diff::render(
            &text(&yours.join(name)),
            &text(&ours.join(name)),
            &format!("yours: {}/src/{name}", exercise.path()),
            &format!(
                "ours: solutions/{}/{}/src/{name}",
                exercise.track, exercise.folder
            ),
            look,
        ));
    }
    if out.is_empty() {
        out.push_str("Your files are the solution's, to the letter.\n");
    }
    if !exercise.manifest.right.is_empty() {
        let heading = format!("Other right answers, in {}/right/", exercise.path());
        out.push_str(&format!("\n{}\n\n", paint(HEADING, heading)));
        for (name, answer) in &exercise.manifest.right {
            out.push_str(&wrap_hanging(
                &format!("{name}: {}", answer.about),
                "  ",
                "    ",
            ));
        }
    }
    Ok(out)
}

/// A file as people read it: without the marks by which the book quotes it. A file
/// that is not there is empty.
fn text(file: &Path) -> String {
    let bytes = fs::read(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.split_inclusive('\n')
        .filter(|line| !line.trim_start().starts_with("// ANCHOR"))
        .collect()
}

/// Puts the solution's files in place of the learner's.
fn apply(exercise: &Exercise, progress: &mut Progress) -> Result<u8, Error> {
    let id = exercise.id();
    let src = exercise.dir.join("src");
    let kept = progress
        .saved(id)
        .keep(&src, &exercise.dir.join("starter"))?;
    replace(&src, &exercise.solution.join("src"))?;
    progress.record_applied(id, &of_folder(&src)?);
    progress.record_worked_on(id);
    progress.save();
    let mut rows = vec![("Check", format!("cargo xtask check {id}"), String::new())];
    let mut out = format!(
        "{} {}/src/ is the solution now.\n",
        paint(GOOD, "Applied:"),
        exercise.path()
    );
    out.push_str(&super::kept_words(&kept));
    if let Kept::As(_) = kept {
        rows.push((
            "Back",
            format!("cargo xtask restore {id}"),
            "brings your files back".into(),
        ));
    } else {
        rows.push((
            "Back",
            format!("cargo xtask reset {id}"),
            "brings the starter back".into(),
        ));
    }
    print(&format!("{out}\n{}", commands(&rows)))?;
    Ok(PASSED)
}
