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

/// What to do next: the exercise that was worked on last if it is not done, or else the
/// first one behind it that is not. If there is none either, the first one of all.
pub fn next<'w>(workspace: &'w Workspace, progress: &Progress) -> Option<&'w Exercise> {
    let exercises = &workspace.exercises;
    let is_it = |exercise: &Exercise| progress.worked_on() == Some(exercise.id());
    let at = exercises.iter().position(is_it).unwrap_or(0);
    let (before, from_there) = exercises.split_at(at);
    let mut all = from_there.iter().chain(before);
    all.find(|exercise| !of(exercise, progress).is_done())
}
