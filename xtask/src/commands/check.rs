//! `check`: the verdict on an exercise, or on all of them.

use std::time::{Duration, Instant};

use super::{print_json, step_of};
use crate::cargo::environment;
use crate::cli::{CheckArgs, Format};
use crate::error::{Error, NOT_YET, PASSED};
use crate::hash;
use crate::judge::problem::Problem;
use crate::judge::{self, Bench, Candidate, edited};
use crate::museum::{Museum, nearest};
use crate::process;
use crate::progress::Progress;
use crate::terminal::{self, Look};
use crate::verdict::Verdict;
use crate::workspace::{Exercise, Subject, Workspace, typed};

/// When this is set, a line on standard error says where the time went.
const TIMINGS_VARIABLE: &str = "WORKSHOP_TIMINGS";

/// Judges, prints the verdict, and remembers what has passed.
pub fn run(args: &CheckArgs, look: Look) -> Result<u8, Error> {
    let started = Instant::now();
    refuse_trybuild()?;
    let workspace = Workspace::find()?;
    let exercises: Vec<&Exercise> = if args.all {
        workspace.refuse_unreadable()?;
        workspace.exercises.iter().collect()
    } else {
        match workspace.subject(typed("check", args.id.as_ref(), &args.more))? {
            Subject::Exercise(exercise) => vec![exercise],
            Subject::Capstone => return super::capstone::run(&workspace, args, look, started),
        }
    };
    let candidates = candidates(&exercises, args.step)?;
    let judged = judge(&workspace, &candidates, look)?;
    let verdicts = &judged.verdicts;
    let mut progress = Progress::load(&workspace.root);
    if let ([exercise], false) = (exercises.as_slice(), args.all) {
        progress.record_worked_on(exercise.id());
    }
    match args.step {
        None => judged.remember(&candidates, &mut progress)?,
        Some(_) => progress.save(),
    }
    match (args.format, verdicts.as_slice()) {
        (Format::Json, [verdict]) if !args.all => print_json(verdict)?,
        (Format::Json, verdicts) => print_json(&verdicts)?,
        (Format::Text, [verdict]) if !args.all => {
            terminal::print(&terminal::verdict::render(
                &workspace, &progress, verdict, args.step, look,
            ))?;
        }
        (Format::Text, verdicts) => {
            terminal::print(&terminal::verdict::render_all(&workspace, verdicts, look))?;
        }
    }
    tell_time(started, &judged.times());
    let passed = verdicts.iter().all(|verdict| verdict.passed);
    Ok(if passed { PASSED } else { NOT_YET })
}

/// Says where the time went since `started`, if somebody wants to know: what has a name,
/// and the rest.
pub(super) fn tell_time(started: Instant, parts: &[(&str, Duration)]) {
    if std::env::var_os(TIMINGS_VARIABLE).is_none() {
        return;
    }
    let all = started.elapsed();
    let mut line = format!("{all:.0?}: ");
    let mut rest = all;
    for (what, time) in parts {
        line += &format!("{what} {time:.0?}, ");
        rest = rest.saturating_sub(*time);
    }
    eprintln!("{line}the rest {rest:.0?}");
}

/// The verdicts on the learner's answers to some exercises.
pub(super) struct Judged {
    /// In the candidates' order.
    pub verdicts: Vec<Verdict>,
    /// What they are about.
    hashes: Vec<String>,
    cargo: Duration,
    tests: Duration,
}

/// Judges the learner's answers.
pub(super) fn judge(
    workspace: &Workspace,
    candidates: &[Candidate<'_>],
    look: Look,
) -> Result<Judged, Error> {
    let hashes = hashes(candidates)?;
    let target = environment::target_dir(&workspace.root).join("workshop");
    let sitting = judge::judge(
        candidates,
        &Bench {
            root: &workspace.root,
            cache: target.join("predictions"),
            target_dir: &target,
            limit: process::time_limit()?,
            offline: false,
            remember_tests: false,
            // A line that changes all the time is no help to a screen reader.
            progress: look == Look::Rich,
        },
    )?;
    let mut verdicts = Vec::new();
    for (candidate, judged) in candidates.iter().zip(sitting.judged) {
        let mut verdict = judged.verdict;
        find_similar(workspace, &mut verdict, &judged.problems);
        edited::mark(
            &mut verdict,
            candidate.exercise,
            &edited::edited(&candidate.exercise.dir)?,
        );
        verdicts.push(verdict);
    }
    Ok(Judged {
        verdicts,
        hashes,
        cargo: sitting.cargo,
        tests: sitting.trials,
    })
}

impl Judged {
    /// What it took.
    pub fn times(&self) -> [(&'static str, Duration); 2] {
        [("cargo", self.cargo), ("running tests", self.tests)]
    }

    /// Remembers what has passed.
    pub fn remember(
        &self,
        candidates: &[Candidate<'_>],
        progress: &mut Progress,
    ) -> Result<(), Error> {
        let judged = candidates.iter().zip(&self.verdicts).zip(&self.hashes);
        for ((candidate, verdict), before) in judged {
            remember(progress, candidate.exercise, verdict, before)?;
        }
        progress.save();
        Ok(())
    }
}

/// With `TRYBUILD=overwrite` the answers would be written over the questions.
pub(super) fn refuse_trybuild() -> Result<(), Error> {
    match std::env::var_os("TRYBUILD") {
        None => Ok(()),
        Some(value) => Err(Error::usage(format!(
            "TRYBUILD is set (to `{}`): it makes trybuild write over the recorded errors, so \
             nothing is judged.\nUnset it and try again.",
            value.display()
        ))),
    }
}

fn candidates<'a>(
    exercises: &[&'a Exercise],
    step: Option<usize>,
) -> Result<Vec<Candidate<'a>>, Error> {
    let mut candidates = Vec::new();
    for exercise in exercises {
        let mut candidate = Candidate::learners(exercise);
        if let Some(step) = step {
            let step = step_of(exercise, step)?;
            candidate.steps = step..=step;
        }
        if !exercise.dir.join("src/lib.rs").is_file() {
            return Err(Error::broken(format!(
                "{}/src/lib.rs is missing. `cargo xtask restore {id}` brings back a saved copy, \
                 `cargo xtask reset {id}` the starter.",
                exercise.path(),
                id = exercise.id(),
            )));
        }
        candidates.push(candidate);
    }
    if candidates.is_empty() {
        return Err(Error::broken("there are no exercises in exercises/"));
    }
    Ok(candidates)
}

/// Says by what to look up in the museum each error that no step is about.
///
/// A museum that cannot be read keeps nobody from the verdict.
fn find_similar(workspace: &Workspace, verdict: &mut Verdict, problems: &[Problem]) {
    let mut museum = None;
    let errors = verdict.steps.iter_mut().flat_map(|step| &mut step.errors);
    for error in errors.filter(|error| !error.intended) {
        let is = |problem: &&Problem| {
            // No borrow error is like a bracket that is missing.
            !problem.is_syntax && problem.diagnostic.plain() == error.rendered
        };
        let Some(problem) = problems.iter().find(is) else {
            continue;
        };
        let same_path = |path: &str| path.to_owned();
        let recorded = problem.diagnostic.record(None, &same_path);
        if let Ok(museum) = museum.get_or_insert_with(|| Museum::open(workspace))
            && let Ok(Some(subject)) = nearest::subject(museum, &recorded)
        {
            error.similar = Some(subject);
        }
    }
}

fn hashes(candidates: &[Candidate<'_>]) -> Result<Vec<String>, Error> {
    let source = |one: &Candidate<'_>| hash::of_folder(&one.dir.join("src"));
    candidates.iter().map(source).collect()
}

/// Binds a verdict to the files that it judged. If they were edited in between,
/// it is about neither the old nor the new ones.
fn remember(
    progress: &mut Progress,
    exercise: &Exercise,
    verdict: &Verdict,
    before: &str,
) -> Result<(), Error> {
    let unsolved = verdict.next_step();
    progress.record_step(exercise.id(), unsolved.map(|step| step.step));
    if verdict.passed && hash::of_folder(&exercise.dir.join("src"))? == *before {
        progress.record_solved(exercise.id(), before);
    }
    Ok(())
}
