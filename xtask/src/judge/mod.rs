//! From source files to verdicts.
//!
//! What is judged is a [`Candidate`]: a package with someone's answer. `check`
//! judges the learner's own package, `verify` scratch copies with all kinds of
//! answers; both take this one path.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cargo::build::{self, Package};
use crate::cargo::rustc::Compiler;
use crate::error::Error;
use crate::scratch::NO_TESTS;
use crate::verdict::{Status, Verdict};
use crate::workspace::Exercise;

pub mod edited;
pub mod jobs;
pub mod labels;
pub mod libtest;
pub mod predictions;
pub mod problem;
pub mod recorded;
mod running;
mod step;
mod trials;
pub mod words;

use problem::Problem;
use trials::{Trial, Trials};

/// A package with an answer to an exercise.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// The exercise that it answers.
    pub exercise: &'a Exercise,
    /// The package's name.
    pub package: String,
    /// The package's folder: the answer is in its `src/`.
    pub dir: PathBuf,
    /// The steps that are judged.
    pub steps: RangeInclusive<usize>,
}

impl<'a> Candidate<'a> {
    /// The learner's own answer.
    pub fn learners(exercise: &'a Exercise) -> Self {
        Self {
            exercise,
            package: exercise.id().to_owned(),
            dir: exercise.dir.clone(),
            steps: 1..=exercise.manifest.steps.len(),
        }
    }

    fn has_test(&self, step: usize) -> bool {
        self.exercise
            .dir
            .join(format!("tests/step_{step}.rs"))
            .is_file()
    }
}

/// Where and how candidates are judged.
#[derive(Debug)]
pub struct Bench<'a> {
    /// The root of the workspace that the candidates are packages of.
    pub root: &'a Path,
    /// Where the builds go.
    pub target_dir: &'a Path,
    /// Where answers are kept: the compiler's about small programs, and, with
    /// `remember_tests`, those of test programs.
    pub cache: PathBuf,
    /// Do not run a test program again that has not been rebuilt. A learner's is
    /// always run: it may do something else each time.
    pub remember_tests: bool,
    /// How long the tests of a step may take.
    pub limit: Duration,
    /// Build without the network.
    pub offline: bool,
    /// Tell what is being compiled while it is.
    pub progress: bool,
}

/// What was found out about a candidate.
#[derive(Debug)]
pub struct Judged {
    /// What `check` tells.
    pub verdict: Verdict,
    /// All of the compiler's errors, each with its step.
    pub problems: Vec<Problem>,
}

/// What came out of one [`judge`].
#[derive(Debug, Default)]
pub struct Sitting {
    /// What was found out, in the candidates' order.
    pub judged: Vec<Judged>,
    /// The version of the compiler.
    pub rustc: String,
    /// How long cargo took.
    pub cargo: Duration,
    /// How long the tests and the small programs took that ran after it.
    pub trials: Duration,
}

/// Judges candidates, all in one build.
pub fn judge(candidates: &[Candidate<'_>], bench: &Bench<'_>) -> Result<Sitting, Error> {
    let started = Instant::now();
    let (compiler, built) = std::thread::scope(|scope| {
        // Two compilers are asked at once: this one only for its version.
        let compiler = scope.spawn(|| Compiler::new(bench.root, bench.cache.clone()));
        let built = build::build(&request(candidates, bench));
        (
            compiler
                .join()
                .expect("asking for a version does not panic"),
            built,
        )
    });
    let (compiler, built) = (compiler?, built?);
    let cargo = started.elapsed();
    let problems: Vec<Vec<Problem>> = candidates
        .iter()
        .zip(&built.packages)
        .map(|(candidate, package)| problem::problems(candidate, package, bench.root))
        .collect();
    let tried = Instant::now();
    let mut trials = Trials::run(candidates, &built, &compiler, bench)?;
    let tried = tried.elapsed();
    let mut judged = Vec::new();
    for (at, (candidate, problems)) in candidates.iter().zip(problems).enumerate() {
        let package = &built.packages[at];
        let trial = |step| trials.take(at, step);
        let verdict = verdict(candidate, package, &problems, trial, bench.root)?;
        judged.push(Judged { verdict, problems });
    }
    let rustc = compiler.release().to_owned();
    Ok(Sitting {
        judged,
        rustc,
        cargo,
        trials: tried,
    })
}

fn request<'a>(candidates: &'a [Candidate<'_>], bench: &'a Bench<'_>) -> build::Request<'a> {
    let tested = |one: &Candidate<'_>| one.steps.clone().any(|step| one.has_test(step));
    let mut targets = Vec::new();
    if let [candidate] = candidates {
        // Maybe a part of its steps: only what they need is built.
        let steps = candidate.steps.clone();
        let tests = steps.filter(|&step| candidate.has_test(step));
        targets.extend(tests.flat_map(|step| ["--test".to_owned(), format!("step_{step}")]));
    } else {
        targets.push("--tests".to_owned());
    }
    // A library is built for its tests. One without any has to be asked for.
    if !candidates
        .iter()
        .all(|one| tested(one) || one.dir.join(NO_TESTS).is_file())
    {
        targets.push("--lib".to_owned());
    }
    build::Request {
        root: bench.root,
        target_dir: bench.target_dir,
        packages: candidates
            .iter()
            .map(|one| (one.package.as_str(), one.dir.as_path()))
            .collect(),
        targets,
        offline: bench.offline,
        progress: bench.progress,
    }
}

fn verdict(
    candidate: &Candidate<'_>,
    package: &Package,
    problems: &[Problem],
    mut trial: impl FnMut(usize) -> Trial,
    root: &Path,
) -> Result<Verdict, Error> {
    let compiles = package.errors.iter().all(|target| target.test.is_some());
    if compiles && package.library.is_none() {
        return Err(Error::broken(format!(
            "cargo has built no library of {}",
            candidate.package
        )));
    }
    let shown = problem::worth_showing(problems);
    let left_out = problems.len() - shown.len();
    let blocking = shown.first().map(|problem| problem.step);
    let mut steps = Vec::new();
    for number in 1..=candidate.exercise.manifest.steps.len() {
        let mine = shown.iter().copied().filter(|one| one.step == number);
        let mine: Vec<&Problem> = mine.collect();
        // An error in another step's item has to be seen: nothing passes before it is gone.
        if !mine.is_empty() {
            let mut step = step::does_not_compile(candidate, number, &mine, root)?;
            if left_out > 0 && blocking == Some(number) {
                step.message += &format!("\n{}", words::about_the_rest(left_out));
            }
            steps.push(step);
        } else if !candidate.steps.contains(&number) {
            continue;
        } else if !compiles {
            steps.push(step::not_reached(candidate, number, blocking));
        } else {
            steps.push(step::tried(candidate, number, trial(number), root)?);
        }
    }
    // An optional step may fail its tests; one that does not compile holds up the others.
    let manifest = &candidate.exercise.manifest;
    let alone = candidate.steps.clone().count() == 1;
    let passed = steps.iter().all(|step| {
        let optional = !alone && manifest.steps[step.step - 1].optional;
        step.status == Status::Passed || (optional && step.status == Status::Failed)
    });
    Ok(Verdict {
        schema: 1,
        exercise: candidate.exercise.id().to_owned(),
        passed,
        steps,
    })
}
