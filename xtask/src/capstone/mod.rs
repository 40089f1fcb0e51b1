//! The capstone: the TLS core on the learner's own layers.
//!
//! A [`Layer`] is a library and whoever's code it is built from; a [`Mixture`] of
//! them is built on a [`Bench`] together with the core and the program in
//! `solutions/tls/09-capstone`, which makes the [`checks`]. All cryptography is in
//! that program, and none of it here.

pub mod bench;
pub mod checks;
pub mod layer;
pub mod mixture;
#[path = "../../../solutions/tls/09-capstone/src/report.rs"]
pub mod report;

use serde::Serialize;

use crate::error::Error;
use crate::judge::jobs;
use crate::process;
use crate::workspace::{Workspace, name};

use bench::{Bench, Built};
use checks::Done;
use layer::{Layer, Owner};
use mixture::Mixture;

/// The program that makes the checks. A workshop without it has no capstone.
const RUNNER: &str = "solutions/tls/09-capstone";

/// What stands on the layers, besides the program.
const CORE: &str = "solutions/tls/07-core";

/// This workshop has a capstone.
pub fn is_there(workspace: &Workspace) -> bool {
    workspace.root.join(RUNNER).is_dir()
}

/// Whether a folder of what is no exercise, but stands on all layers, has this name.
pub fn has_folder(name: &str) -> bool {
    let folders = [CORE, RUNNER].map(|path| path.rsplit('/').next().unwrap_or(path));
    folders.iter().any(|folder| name::is_folder(folder, name))
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

/// A layer that breaks the handshake.
#[derive(Debug, Clone, Serialize)]
pub struct Broken {
    /// The exercise's id.
    pub exercise: String,
    /// The library's name.
    pub layer: String,
    /// It does so alone among the solutions. Otherwise it takes others of the learner's
    /// for that, and without this one they work.
    pub alone: bool,
    /// What happens then.
    pub message: String,
}

/// Builds mixtures of layers, all at once, and makes the checks on each.
///
/// A mixture that does not compile has failed the first of them.
pub fn run(bench: &Bench, mixtures: &[Mixture<'_>], progress: bool) -> Result<Vec<Run>, Error> {
    let limit = process::time_limit()?;
    let built = bench.build(mixtures, progress)?;
    let runs = jobs::map(&built, |built| match built {
        Built::Program(program) => checks::all(program, bench.root(), limit),
        Built::DoesNotCompile { package, rendered } => {
            Ok(checks::not_built(package, rendered, bench.root()))
        }
    });
    runs.into_iter()
        .map(|checks| Ok(Run { checks: checks? }))
        .collect()
}

/// Finds out which of the learner's layers break the handshake: those that do it alone
/// among the solutions, or else those without which the others work.
///
/// # Errors
///
/// If the solutions do not carry it either: then it is not the learner's doing.
pub fn blame(
    bench: &Bench,
    layers: &[Layer<'_>],
    failure: &Done,
    progress: bool,
) -> Result<Vec<Broken>, Error> {
    let ours: Vec<Layer<'_>> = layers.iter().map(Layer::of_the_solution).collect();
    let yours: Vec<usize> = (0..layers.len())
        .filter(|&at| layers[at].owner == Owner::Yours)
        .collect();
    let broken = |at: usize, alone: bool, message: &str| Broken {
        exercise: layers[at].exercise.id().to_owned(),
        layer: layers[at].name.clone(),
        alone,
        message: message.to_owned(),
    };

    let mut mixtures = vec![Mixture {
        label: "solutions".to_owned(),
        layers: ours.clone(),
    }];
    mixtures.extend(yours.iter().map(|&at| swapped("only", at, &ours, layers)));
    let runs = run(bench, &mixtures, progress)?;
    refuse_failure(&runs[0])?;
    let mut all = Vec::new();
    for (&at, run) in yours.iter().zip(&runs[1..]) {
        all.extend(run.failure().map(|done| broken(at, true, &done.message)));
    }
    if !all.is_empty() || yours.len() < 2 {
        return Ok(all);
    }

    let without = |&at: &usize| swapped("without", at, layers, &ours);
    let mixtures: Vec<Mixture<'_>> = yours.iter().map(without).collect();
    let runs = run(bench, &mixtures, progress)?;
    let works = |(_, run): &(&usize, Run)| run.failure().is_none();
    let needed = yours.iter().zip(runs).filter(works);
    Ok(needed
        .map(|(&at, _)| broken(at, false, &failure.message))
        .collect())
}

/// All layers of one list, but for one of the other.
fn swapped<'a>(label: &str, at: usize, list: &[Layer<'a>], other: &[Layer<'a>]) -> Mixture<'a> {
    let mut layers = list.to_vec();
    layers[at] = other[at].clone();
    let label = format!("{label}-{}", layers[at].name);
    Mixture { label, layers }
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
