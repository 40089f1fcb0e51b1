//! Everything that is run after the build: test programs, and the small programs
//! of predictions and probes. All of it at once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::running::{self, Outcome};
use super::{Bench, Candidate, jobs, predictions};
use crate::cargo::build::{Build, Package};
use crate::cargo::message::Artifact;
use crate::cargo::rustc::{Compiler, Fate, Program};
use crate::error::Error;

/// What one step's programs have shown.
#[derive(Debug, Default)]
pub struct Trial {
    /// How its tests went, if it has any that compile.
    pub tests: Option<Outcome>,
    /// The fate of each program to be predicted, in the manifest's order.
    pub predictions: Vec<Fate>,
    /// The fate of each probe, in the manifest's order.
    pub probes: Vec<Fate>,
}

/// The trials of every candidate and step.
pub struct Trials(BTreeMap<(usize, usize), Trial>);

enum Job {
    Test { program: PathBuf, dir: PathBuf },
    Prediction(Program),
    Probe(Program),
}

enum Shown {
    Test(Outcome),
    Prediction(Fate),
    Probe(Fate),
}

impl Trials {
    /// Runs what there is to run for the candidates whose library compiles.
    pub fn run(
        candidates: &[Candidate<'_>],
        built: &Build,
        compiler: &Compiler,
        bench: &Bench<'_>,
    ) -> Result<Self, Error> {
        let mut jobs = Vec::new();
        for (at, (candidate, package)) in candidates.iter().zip(&built.packages).enumerate() {
            if let Some(library) = &package.library {
                let against = Against::new(candidate, library, &built.dependencies)?;
                for step in candidate.steps.clone() {
                    let of_step = of_step(candidate, package, &against, step);
                    jobs.extend(of_step.into_iter().map(|job| ((at, step), job)));
                }
            }
        }
        let shown = jobs::map(&jobs, |(_, job)| match job {
            Job::Test { program, dir } => running::run(program, dir, bench).map(Shown::Test),
            Job::Prediction(program) => compiler.compile(program).map(Shown::Prediction),
            Job::Probe(program) => compiler.compile(program).map(Shown::Probe),
        });
        let mut trials: BTreeMap<_, Trial> = BTreeMap::new();
        for ((key, _), shown) in jobs.iter().zip(shown) {
            let trial = trials.entry(*key).or_default();
            match shown? {
                Shown::Test(outcome) => trial.tests = Some(outcome),
                Shown::Prediction(fate) => trial.predictions.push(fate),
                Shown::Probe(fate) => trial.probes.push(fate),
            }
        }
        Ok(Self(trials))
    }

    /// What was shown for a step of a candidate; nothing if its library does not compile.
    pub fn take(&mut self, candidate: usize, step: usize) -> Trial {
        self.0.remove(&(candidate, step)).unwrap_or_default()
    }
}

fn of_step(
    candidate: &Candidate<'_>,
    package: &Package,
    against: &Against,
    number: usize,
) -> Vec<Job> {
    let exercise = candidate.exercise;
    let step = &exercise.manifest.steps[number - 1];
    let target = format!("step_{number}");
    let mut jobs = Vec::new();
    let test = package.tests.iter().find(|(name, _)| *name == target);
    jobs.extend(test.map(|(_, program)| Job::Test {
        program: program.clone(),
        dir: exercise.dir.clone(),
    }));
    jobs.extend(step.predict.iter().map(|name| {
        Job::Prediction(Program {
            file: predictions::program(&exercise.dir, name),
            externs: Vec::new(),
            search: Vec::new(),
        })
    }));
    jobs.extend(
        step.probes
            .iter()
            .map(|probe| Job::Probe(against.program(&exercise.dir, &probe.file))),
    );
    jobs
}

/// What a probe is compiled against: the candidate's library, and the crates that
/// the exercise's own tests may name.
struct Against {
    externs: Vec<(String, PathBuf)>,
    search: Vec<PathBuf>,
}

impl Against {
    fn new(
        candidate: &Candidate<'_>,
        library: &Artifact,
        dependencies: &[Artifact],
    ) -> Result<Self, Error> {
        let named = direct_dependencies(&candidate.dir.join("Cargo.toml"))?;
        let own = [library].into_iter();
        let others = dependencies.iter().filter(|artifact| {
            artifact.target.name != library.target.name && named.contains(&artifact.target.name)
        });
        let externs: Vec<(String, PathBuf)> = own
            .chain(others)
            .filter_map(|artifact| {
                Some((
                    artifact.target.name.replace('-', "_"),
                    artifact.metadata()?.clone(),
                ))
            })
            .collect();
        let files = dependencies.iter().filter_map(Artifact::metadata);
        let files = files.chain(externs.iter().map(|(_, file)| file));
        let mut search: Vec<PathBuf> = files
            .filter_map(|file| file.parent().map(Path::to_path_buf))
            .collect();
        search.sort();
        search.dedup();
        Ok(Self { externs, search })
    }

    fn program(&self, exercise: &Path, file: &str) -> Program {
        Program {
            file: exercise.join(file),
            externs: self.externs.clone(),
            search: self.search.clone(),
        }
    }
}

/// The crates that a manifest names, as code names them.
fn direct_dependencies(manifest: &Path) -> Result<Vec<String>, Error> {
    let text =
        std::fs::read_to_string(manifest).map_err(|error| Error::file("read", manifest, error))?;
    let table: toml::Table = text
        .parse()
        .map_err(|error| Error::file("understand", manifest, error))?;
    let of = |kind: &str| table.get(kind).and_then(|table| table.as_table());
    let names = ["dependencies", "dev-dependencies"]
        .into_iter()
        .filter_map(of);
    Ok(names
        .flat_map(|table| table.keys())
        .map(|name| name.replace('-', "_"))
        .collect())
}
