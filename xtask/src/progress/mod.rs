//! What is remembered between two commands, in `.workshop/` at the workspace's root.
//!
//! Nothing here decides anything: a verdict is always made anew. What is kept is
//! the hash of the files that a verdict was about, so that an edit afterwards
//! shows, and how far each ladder of hints has been climbed.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::terminal::warn;

use file::{Data, Entry, Found};

mod file;
mod saved;
pub mod standing;

pub use file::inspect;
pub use saved::{Kept, Saved, SavedCopy, replace};

/// How an exercise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The files are those that passed.
    Solved,
    /// The files are the solution's, by `solution --apply`.
    Applied,
    /// They were solved or applied once and have been edited since.
    ChangedSince,
    /// They were solved or applied once, and are the starter's again. To a tool this is
    /// [`NotYet`](State::NotYet): there is nothing in them.
    #[serde(rename = "not_yet")]
    BegunAnew,
    /// They have never passed.
    NotYet,
}

impl State {
    /// For people.
    pub fn words(self) -> &'static str {
        match self {
            State::Solved => "solved",
            State::Applied => "applied",
            State::ChangedSince => "changed since",
            State::BegunAnew => "begun anew",
            State::NotYet => "not yet",
        }
    }

    /// One column that stands for it.
    pub fn symbol(self) -> &'static str {
        match self {
            State::Solved => "✓",
            State::Applied => "=",
            State::ChangedSince => "~",
            State::BegunAnew | State::NotYet => "·",
        }
    }

    /// There is nothing to do here before the next exercise.
    pub fn is_done(self) -> bool {
        matches!(self, State::Solved | State::Applied)
    }
}

/// Everything that is remembered.
#[derive(Debug)]
pub struct Progress {
    folder: PathBuf,
    data: Data,
    /// The file is there but could not be read: writing would lose what it holds.
    unread: bool,
}

impl Progress {
    /// Reads what is remembered for the workspace at `root`.
    ///
    /// This always succeeds. A file that cannot be understood is kept aside, one
    /// that cannot be read is left alone; either way there is a warning.
    pub fn load(root: &Path) -> Progress {
        let folder = root.join(".workshop");
        match file::read(&folder) {
            Ok(Found { data, warning }) => {
                if let Some(warning) = warning {
                    warn(&warning);
                }
                Progress {
                    folder,
                    data,
                    unread: false,
                }
            }
            Err(error) => {
                let file = folder.join("progress.json");
                warn(&format!(
                    "progress is neither shown nor remembered: {} cannot be read ({error})",
                    file.display()
                ));
                Progress {
                    folder,
                    data: Data::default(),
                    unread: true,
                }
            }
        }
    }

    /// How an exercise stands whose files in `src/` have this hash now. Which are the
    /// starter's is for [`standing`] to know.
    pub fn state(&self, id: &str, hash: &str) -> State {
        let Some(entry) = self.data.exercises.get(id) else {
            return State::NotYet;
        };
        if entry.solved.as_deref() == Some(hash) {
            State::Solved
        } else if entry.applied.as_deref() == Some(hash) {
            State::Applied
        } else if entry.solved.is_some() || entry.applied.is_some() {
            State::ChangedSince
        } else {
            State::NotYet
        }
    }

    /// The exercise has been solved by the learner at least once.
    pub fn was_solved(&self, id: &str) -> bool {
        self.data
            .exercises
            .get(id)
            .is_some_and(|entry| entry.solved.is_some())
    }

    /// These files passed. The solution's own files stay `applied`.
    pub fn record_solved(&mut self, id: &str, hash: &str) {
        if self.state(id, hash) != State::Applied {
            self.entry(id).solved = Some(hash.to_owned());
        }
    }

    /// These files are the solution's. A learner who wrote the very same has solved it.
    pub fn record_applied(&mut self, id: &str, hash: &str) {
        if self.state(id, hash) != State::Solved {
            self.entry(id).applied = Some(hash.to_owned());
        }
    }

    /// The last verdict's first step that did not pass.
    pub fn unsolved_step(&self, id: &str) -> Option<usize> {
        self.data.exercises.get(id)?.step
    }

    /// Remembers a verdict's first step that did not pass, or that all did.
    pub fn record_step(&mut self, id: &str, step: Option<usize>) {
        self.entry(id).step = step;
    }

    /// The exercise that was judged or applied last by itself.
    pub fn worked_on(&self) -> Option<&str> {
        self.data.worked_on.as_deref()
    }

    /// Remembers that this exercise is the one that is worked on.
    pub fn record_worked_on(&mut self, id: &str) {
        self.data.worked_on = Some(id.to_owned());
    }

    /// How many hints of a step have been shown.
    pub fn hints(&self, id: &str, step: usize) -> usize {
        self.data
            .exercises
            .get(id)
            .and_then(|entry| entry.hints.get(&step))
            .copied()
            .unwrap_or(0)
    }

    /// Remembers how many hints of a step have been shown.
    pub fn record_hints(&mut self, id: &str, step: usize, shown: usize) {
        self.entry(id).hints.insert(step, shown);
    }

    /// Writes it down. If that cannot be done there is a warning, and the command goes on.
    pub fn save(&self) {
        if self.unread {
            // The warning has been given.
            return;
        }
        if let Err(error) = file::write(&self.folder, &self.data) {
            let file = self.file();
            warn(&format!(
                "progress is not remembered: {} cannot be written ({error})",
                file.display()
            ));
        }
    }

    /// The copies of an exercise's `src/`.
    pub fn saved(&self, id: &str) -> Saved {
        Saved::new(&self.folder, id)
    }

    /// `progress.json`, whether it is there or not.
    pub fn file(&self) -> PathBuf {
        self.folder.join("progress.json")
    }

    fn entry(&mut self, id: &str) -> &mut Entry {
        self.data.exercises.entry(id.to_owned()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn fresh() -> (tempfile::TempDir, Progress) {
        let root = tempfile::tempdir().unwrap();
        let progress = Progress::load(root.path());
        (root, progress)
    }

    #[test]
    fn a_state_follows_the_files() {
        let (root, mut progress) = fresh();
        assert_eq!(progress.state("e", "mine"), State::NotYet);
        progress.record_solved("e", "mine");
        progress.record_applied("e", "theirs");
        progress.record_hints("e", 2, 3);
        progress.record_step("e", Some(2));
        progress.record_worked_on("e");
        progress.save();
        let progress = Progress::load(root.path());
        assert_eq!(progress.state("e", "mine"), State::Solved);
        assert_eq!(progress.state("e", "theirs"), State::Applied);
        assert_eq!(progress.state("e", "edited"), State::ChangedSince);
        assert_eq!((progress.hints("e", 2), progress.hints("e", 1)), (3, 0));
        assert_eq!(progress.unsolved_step("e"), Some(2));
        assert_eq!(progress.worked_on(), Some("e"));
    }

    #[test]
    fn applied_never_becomes_solved_and_solved_never_applied() {
        let (_root, mut progress) = fresh();
        progress.record_applied("e", "theirs");
        progress.record_solved("e", "theirs");
        assert_eq!(progress.state("e", "theirs"), State::Applied);
        assert!(!progress.was_solved("e"));
        progress.record_solved("f", "same");
        progress.record_applied("f", "same");
        assert_eq!(progress.state("f", "same"), State::Solved);
    }

    #[test]
    fn a_broken_file_is_kept_each_time() {
        let (root, progress) = fresh();
        progress.save();
        for name in ["progress.json.broken", "progress.json.broken-2"] {
            fs::write(progress.file(), "{ not json").unwrap();
            Progress::load(root.path()).save();
            let kept = fs::read_to_string(root.path().join(".workshop").join(name)).unwrap();
            assert_eq!(kept, "{ not json");
        }
        assert!(root.path().join(".workshop/README.txt").is_file());
    }

    #[test]
    fn an_unreadable_file_stops_nothing() {
        let (root, mut progress) = fresh();
        fs::create_dir_all(progress.file().join("in the way")).unwrap();
        progress.record_solved("e", "mine");
        progress.save();
        assert_eq!(
            Progress::load(root.path()).state("e", "mine"),
            State::NotYet
        );
        assert!(inspect(root.path()).is_err());
    }
}
