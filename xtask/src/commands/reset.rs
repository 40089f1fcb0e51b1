//! `cargo xtask reset`: back to the pristine starter.

use crate::cli::ResetArgs;
use crate::error::{Error, PASSED};
use crate::hash::{files_below, of_folder};
use crate::progress::{Kept, Progress, replace};
use crate::terminal::verdict::commands;
use crate::terminal::{GOOD, Look, paint, print};
use crate::workspace::{Workspace, typed};

/// Saves the learner's files and puts the starter's in their place.
pub fn run(args: &ResetArgs, _look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let exercise = workspace.chosen(typed("reset", args.id.as_ref(), &args.more))?;
    let id = exercise.id();
    let (src, starter) = (exercise.dir.join("src"), exercise.dir.join("starter"));
    if files_below(&starter)?.is_empty() {
        return Err(Error::broken(format!(
            "the starter is missing: no files in {}. `git checkout -- {}/starter` brings it back.",
            starter.display(),
            exercise.path(),
        )));
    }
    let path = exercise.path();
    if of_folder(&src)? == of_folder(&starter)? {
        print(&format!("{path}/src/ is the starter already.\n"))?;
        return Ok(PASSED);
    }
    let mut progress = Progress::load(&workspace.root);
    let kept = progress.saved(id).keep(&src, &starter)?;
    replace(&src, &starter)?;
    // The starter begins with the first step.
    progress.record_step(id, None);
    progress.save();
    let mut rows = vec![("Check", format!("cargo xtask check {id}"), String::new())];
    if let Kept::As(_) = kept {
        rows.push((
            "Back",
            format!("cargo xtask restore {id}"),
            "brings your files back".into(),
        ));
    }
    let words = super::kept_words(&kept);
    let done = paint(GOOD, "Reset:");
    print(&format!(
        "{done} {path}/src/ is the starter again.\n{words}\n{}",
        commands(&rows)
    ))?;
    Ok(PASSED)
}
