//! The capstone: the TLS core on the learner's own layers.
//!
//! A [`Layer`] is a library and whoever's code it is built from; a [`mixture`] of
//! them is built together with the core and the program in
//! `solutions/tls/09-capstone`, which makes the [`checks`]. All cryptography is in
//! that program, and none of it here.

pub mod checks;
pub mod layer;
pub mod mixture;
#[path = "../../../solutions/tls/09-capstone/src/report.rs"]
pub mod report;

use serde::Serialize;

use crate::cargo::environment;
use crate::error::Error;
use crate::process;
use crate::workspace::Workspace;

use checks::Done;
use layer::{Layer, Owner};
use mixture::{Built, Mixture};

/// The program that makes the checks. A workshop without it has no capstone.
const RUNNER: &str = "solutions/tls/09-capstone";

/// What stands on the layers, besides the program.
const CORE: &str = "solutions/tls/07-core";

/// This workshop has a capstone.
pub fn is_there(workspace: &Workspace) -> bool {
    workspace.root.join(RUNNER).is_dir()
}

/// What the checks on one mixture have shown.
#[derive(Debug, Clone)]
pub struct Run {
    /// Every check, in order. Those behind a failed one are not made.
    pub checks: Vec<Done>,
}

impl Run {
    /// What went wrong, if something did.
    pub fn failure(&self) -> Option<&Done> {
        self.checks.iter().find(|done| done.has_failed())
    }
}

/// A layer with which the handshake does not work.
#[derive(Debug, Clone, Serialize)]
pub struct Broken {
    /// The exercise's id.
    pub exercise: String,
    /// The library's name.
    pub layer: String,
    /// What happens when it stands alone among the solutions.
    pub message: String,
}

/// Builds the layers together and makes the checks.
///
/// A mixture that does not compile has failed the first of them.
pub fn run(
    workspace: &Workspace,
    layers: &[Layer<'_>],
    folder: &str,
    progress: bool,
) -> Result<Run, Error> {
    let home = environment::target_dir(&workspace.root).join("capstone");
    let mixture = Mixture {
        root: &workspace.root,
        dir: home.join(folder),
        target_dir: home.join("target"),
        layers,
    };
    run_in(&mixture, progress)
}

/// The same in a folder of the caller's choice.
pub fn run_in(mixture: &Mixture<'_>, progress: bool) -> Result<Run, Error> {
    let checks = match mixture.build(progress)? {
        Built::Program(program) => checks::all(&program, process::time_limit()?)?,
        Built::DoesNotCompile { package, rendered } => checks::not_built(&package, &rendered),
    };
    Ok(Run { checks })
}

/// Finds the learner's layers that break the handshake, each alone among the solutions.
///
/// # Errors
///
/// If the solutions do not carry it either: then it is not the learner's doing.
pub fn blame(
    workspace: &Workspace,
    layers: &[Layer<'_>],
    progress: bool,
) -> Result<Vec<Broken>, Error> {
    const FOLDER: &str = "alone";
    let ours: Vec<Layer<'_>> = layers.iter().map(Layer::of_the_solution).collect();
    refuse_failure(&run(workspace, &ours, FOLDER, progress)?)?;
    let mut broken = Vec::new();
    for (at, layer) in layers.iter().enumerate() {
        if layer.owner != Owner::Yours {
            continue;
        }
        let mut mixed = ours.clone();
        mixed[at] = layer.clone();
        if let Some(done) = run(workspace, &mixed, FOLDER, progress)?.failure() {
            broken.push(Broken {
                exercise: layer.exercise.id().to_owned(),
                layer: layer.name.clone(),
                message: done.message.clone(),
            });
        }
    }
    Ok(broken)
}

/// What fails on the solutions alone is the workshop's fault.
pub fn refuse_failure(run: &Run) -> Result<(), Error> {
    match run.failure() {
        None => Ok(()),
        Some(done) => Err(Error::broken(format!(
            "the capstone fails on the solutions alone: {}: {}",
            done.title, done.message
        ))),
    }
}
