//! What the book quotes: the exercises' manifests, the recorded errors, the objectives.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use xtask::museum::Museum;
use xtask::recording::Recording;
use xtask::workspace::{Exercise, Workspace};

use crate::problem::Problem;

const OBJECTIVES: &str = "book/objectives.toml";

/// The workshop, as far as the book needs it.
#[derive(Debug)]
pub struct Workshop {
    /// The exercises and where they are.
    pub workspace: Workspace,
    /// The errors that have a place in the book.
    pub museum: Museum,
    /// What can be learnt, by id (`L01`).
    pub objectives: BTreeMap<String, Objective>,
}

/// One entry of `book/objectives.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// What the learner can do afterwards; completes "you can …".
    pub text: String,
    /// The part of the workshop it belongs to, also while no exercise trains it yet.
    pub track: Track,
}

/// A part of the workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each has a title")]
pub enum Track {
    Tls,
    Foundations,
    DynTrait,
    SelfReferential,
}

impl Track {
    /// What the part is called in the book.
    pub fn title(self) -> &'static str {
        match self {
            Track::Tls => "A TLS library, layer by layer",
            Track::Foundations => "Foundations",
            Track::DynTrait => "Trait objects",
            Track::SelfReferential => "Self-referential types",
        }
    }
}

impl Workshop {
    /// Reads everything below `root`.
    pub fn load(root: &Path) -> Result<Workshop, Problem> {
        let workspace = Workspace::load(root)
            .map_err(|error| Problem::in_file("exercises", error.to_string()))?;
        let objectives = fs::read_to_string(root.join(OBJECTIVES))
            .map_err(|error| Problem::in_file(OBJECTIVES, error.to_string()))?;
        let objectives = toml::from_str(&objectives)
            .map_err(|error| Problem::in_file(OBJECTIVES, error.to_string()))?;
        let museum = Museum::open(&workspace)
            .map_err(|error| Problem::in_file("compile-fail/facts", error.to_string()))?;
        let workshop = Workshop {
            workspace,
            museum,
            objectives,
        };
        workshop.know_all_objectives()?;
        Ok(workshop)
    }

    fn know_all_objectives(&self) -> Result<(), Problem> {
        for exercise in &self.workspace.exercises {
            for id in exercise
                .manifest
                .steps
                .iter()
                .flat_map(|step| &step.objectives)
            {
                if !self.objectives.contains_key(id) {
                    return Err(Problem::in_file(
                        &format!("{}/Cargo.toml", exercise.path()),
                        format!("names the objective `{id}`, which is not in {OBJECTIVES}"),
                    ));
                }
            }
        }
        Ok(())
    }

    /// The exercise with this id; unlike on the command line, nothing else will do.
    pub fn exercise(&self, id: &str) -> Result<&Exercise, String> {
        let exercises = &self.workspace.exercises;
        exercises
            .iter()
            .find(|exercise| exercise.id() == id)
            .ok_or_else(|| {
                let known: Vec<_> = exercises.iter().map(Exercise::id).collect();
                format!("there is no exercise `{id}`, only: {}", known.join(", "))
            })
    }

    /// A recording by its name in the book, and the file it lies in:
    /// `exercise-1/step_1`, or the id of a compile-fail case.
    pub fn recording(&self, name: &str) -> Result<(Recording, String), String> {
        let file = match name.split_once('/') {
            Some((id, step)) => format!("{}/recorded/{step}.json", self.exercise(id)?.path()),
            None => self.case(name)?,
        };
        let text = fs::read_to_string(self.workspace.root.join(&file)).map_err(|error| {
            format!("cannot read {file}: {error}; `cargo xtask bless` writes it")
        })?;
        let recording = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
        Ok((recording, file))
    }

    /// The recording of a compile-fail case, whichever part the case belongs to.
    fn case(&self, id: &str) -> Result<String, String> {
        let recorded = "compile-fail/recorded";
        let parts = fs::read_dir(self.workspace.root.join(recorded))
            .into_iter()
            .flatten();
        parts
            .flatten()
            .filter(|part| part.path().join(format!("{id}.json")).is_file())
            .map(|part| {
                format!(
                    "{recorded}/{}/{id}.json",
                    part.file_name().to_string_lossy()
                )
            })
            .next()
            .ok_or_else(|| {
                format!("there is no {recorded}/*/{id}.json; `cargo xtask bless` writes it")
            })
    }
}
