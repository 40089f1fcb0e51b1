//! The layers of the main track, and whose code each of them is.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::error::Error;
use crate::progress::State;
use crate::scratch::{read_toml, table};
use crate::workspace::{Exercise, MAIN_TRACK, Workspace};

/// Whose code a layer is built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The learner's, which passes.
    Yours,
    /// The workshop's.
    Solution,
}

/// What keeps a learner's code from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fails {
    /// The first step that does not pass.
    Step(usize),
    /// Every step passes, but files were changed that are the workshop's.
    Changed,
}

/// A library that the core stands on.
#[derive(Debug, Clone)]
pub struct Layer<'a> {
    /// The library's name, with hyphens as in its package: `reader-mut`.
    pub name: String,
    /// The exercise in which it is written.
    pub exercise: &'a Exercise,
    /// Whose code it is.
    pub owner: Owner,
    /// How the learner's exercise stands.
    pub state: State,
    /// Where the learner's code fails, if it was begun and does not pass.
    pub fails: Option<Fails>,
    /// The package's folder: what it depends on is in its `Cargo.toml`.
    pub package: PathBuf,
    /// The folder of its sources.
    pub source: PathBuf,
}

impl<'a> Layer<'a> {
    /// The layers of the workspace, lowest first, all of them the solution's.
    pub fn all(workspace: &'a Workspace) -> Result<Vec<Self>, Error> {
        workspace.refuse_unreadable()?;
        let exercises = workspace
            .exercises
            .iter()
            .filter(|exercise| exercise.track == MAIN_TRACK);
        exercises.map(Self::solution).collect()
    }

    fn solution(exercise: &'a Exercise) -> Result<Self, Error> {
        Ok(Self {
            name: package_name(&exercise.solution)?,
            exercise,
            owner: Owner::Solution,
            state: State::NotYet,
            fails: None,
            package: exercise.solution.clone(),
            source: exercise.solution.join("src"),
        })
    }

    /// The same layer, of the workshop's code.
    pub fn of_the_solution(&self) -> Self {
        Self {
            owner: Owner::Solution,
            package: self.exercise.solution.clone(),
            source: self.exercise.solution.join("src"),
            ..self.clone()
        }
    }

    /// The same layer, of the code in the learner's own folder.
    pub fn of_the_learner(&self) -> Self {
        Self {
            owner: Owner::Yours,
            package: self.exercise.dir.clone(),
            source: self.exercise.dir.join("src"),
            ..self.clone()
        }
    }
}

/// The name of the package in this folder.
pub fn package_name(dir: &Path) -> Result<String, Error> {
    let file = dir.join("Cargo.toml");
    let mut manifest = read_toml(&file)?;
    let name = table(&mut manifest, "package")
        .and_then(|package| Some(package.get("name")?.as_str()?.to_owned()));
    name.ok_or_else(|| Error::file("understand", &file, "it names no package"))
}
