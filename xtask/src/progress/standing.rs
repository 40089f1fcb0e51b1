//! How all the exercises stand, and which one comes next.

use crate::hash::of_folder;
use crate::workspace::{Exercise, Workspace};

use super::{Progress, State};

/// Each exercise with its state, in the workspace's order.
pub fn all<'w>(workspace: &'w Workspace, progress: &Progress) -> Vec<(&'w Exercise, State)> {
    workspace
        .exercises
        .iter()
        .map(|exercise| (exercise, of(exercise, progress)))
        .collect()
}

/// How one exercise stands. One whose files cannot be read is not done yet.
pub fn of(exercise: &Exercise, progress: &Progress) -> State {
    match of_folder(&exercise.dir.join("src")) {
        Ok(hash) => progress.state(exercise.id(), &hash),
        Err(_) => State::NotYet,
    }
}

/// What to do after the exercise `id`: the first one behind it that is not done,
/// or else the first one before it.
pub fn next<'w>(workspace: &'w Workspace, progress: &Progress, id: &str) -> Option<&'w Exercise> {
    let at = workspace
        .exercises
        .iter()
        .position(|exercise| exercise.id() == id)?;
    let (before, behind) = workspace.exercises.split_at(at);
    let mut others = behind[1..].iter().chain(before);
    others.find(|exercise| !of(exercise, progress).is_done())
}
