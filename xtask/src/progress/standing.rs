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
    let Ok(hash) = of_folder(&exercise.dir.join("src")) else {
        return State::NotYet;
    };
    let state = progress.state(exercise.id(), &hash);
    let is_starter = || of_folder(&exercise.dir.join("starter")).is_ok_and(|one| one == hash);
    if state == State::ChangedSince && is_starter() {
        return State::BegunAnew;
    }
    state
}

/// `every exercise is done`, and how many of them with our solution. Without a full stop.
pub fn all_done(workspace: &Workspace, progress: &Progress) -> String {
    let all = all(workspace, progress);
    let states = all.iter().map(|(_, state)| *state);
    let applied = states.filter(|state| *state == State::Applied).count();
    let how_many = match applied {
        0 => return "every exercise is done".to_owned(),
        some if some == all.len() => "all".to_owned(),
        some => some.to_string(),
    };
    format!("every exercise is done, {how_many} of them with our solution")
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
