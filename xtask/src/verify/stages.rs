//! The starter, and each stage on the way to the solution, fails as intended.

use std::collections::BTreeSet;
use std::path::Path;

use super::variants::stage_name;
use super::{Claim, Finding, claim, several};
use crate::error::Error;
use crate::hash::slashes;
use crate::judge::problem::{Problem, Whose, relative};
use crate::judge::{Candidate, Judged, labels, recorded};
use crate::recording::{RecordedError, Recording};
use crate::scratch::{Scratch, Variant};
use crate::verdict::{Status, StepVerdict};
use crate::workspace::Exercise;

/// The claim about all stages of an exercise. `rustc` is the version that has
/// judged them.
pub fn claim_all(
    exercise: &Exercise,
    judged: &[(&Variant<'_>, &Judged)],
    rustc: &str,
    scratch: &Scratch,
) -> Result<Claim, Error> {
    let mut findings = Vec::new();
    let steps = exercise.manifest.steps.len();
    for stage in 1..=steps {
        let name = stage_name(stage);
        if let Some((variant, judged)) = judged.iter().find(|(variant, _)| variant.name == name) {
            let now = recording(variant, judged, stage, rustc, scratch);
            let stage = Stage {
                exercise,
                stage,
                judged,
                findings: &mut findings,
            };
            stage.prove(&now)?;
        }
    }
    let stages = several(steps, "stage", "stages");
    Ok(claim(
        format!("the starter fails as intended, in {stages}"),
        findings,
    ))
}

/// What has to be kept of a stage: its errors, with paths as the learner sees them.
pub fn recording(
    variant: &Variant<'_>,
    judged: &Judged,
    stage: usize,
    rustc: &str,
    scratch: &Scratch,
) -> Recording {
    let candidate = Candidate {
        exercise: variant.exercise,
        package: variant.package(),
        dir: scratch.dir().join(variant.package()),
        steps: variant.steps.clone(),
    };
    let path = |file: &str| {
        let file = scratch.dir().join(file);
        relative(&candidate, &file).unwrap_or_else(|| library_path(&file))
    };
    let mine = judged
        .problems
        .iter()
        .filter(|problem| problem.step == stage);
    Recording {
        rustc: rustc.to_owned(),
        errors: mine
            .map(|one| one.diagnostic.record(one.item.clone(), &path))
            .collect(),
    }
}

/// A place in the standard library is `$RUST/…`, and one in a crate from a registry
/// `$CARGO/…`, wherever they are installed and whichever version the crate has.
pub fn library_path(file: &Path) -> String {
    let file = slashes(file);
    if let Some((_, below)) = file.split_once("/library/") {
        return format!("$RUST/{below}");
    }
    let krate = file.split_once("/registry/src/").and_then(|(_, registry)| {
        let (_, below) = registry.split_once('/')?;
        let (name, below) = below.split_once('/')?;
        let (name, _) = name.rsplit_once('-')?;
        Some(format!("$CARGO/{name}-$VERSION/{below}"))
    });
    krate.unwrap_or(file)
}

struct Stage<'a> {
    exercise: &'a Exercise,
    stage: usize,
    judged: &'a Judged,
    findings: &'a mut Vec<Finding>,
}

impl Stage<'_> {
    fn prove(mut self, now: &Recording) -> Result<(), Error> {
        let stage = self.stage;
        let steps = &self.exercise.manifest.steps;
        for problem in &self.judged.problems {
            self.problem(problem);
        }
        for verdict in self
            .judged
            .verdict
            .steps
            .iter()
            .filter(|verdict| verdict.step < stage)
        {
            if matches!(verdict.status, Status::Failed) {
                let message = first_line(&verdict.message);
                self.finding(
                    "Cargo.toml",
                    format!(
                        "step {} fails although it is solved: {message}",
                        verdict.step
                    ),
                );
            }
        }
        let verdicts = &self.judged.verdict.steps;
        let Some(verdict) = verdicts.iter().find(|verdict| verdict.step == stage) else {
            return Ok(());
        };
        let fails = &steps[stage - 1].fails;
        if let Some(code) = &fails.error {
            self.compile_error(code, verdict, now)?;
        } else if verdict.status != Status::Failed {
            let how = status(verdict.status);
            self.finding(
                "Cargo.toml",
                format!("it should compile and fail, but {how}"),
            );
        } else {
            let expected = fails
                .panic
                .as_deref()
                .unwrap_or("Nothing is predicted yet.");
            if !verdict.message.contains(expected) {
                let message = first_line(&verdict.message);
                self.finding(
                    "Cargo.toml",
                    format!("it should fail with “{expected}”, but says: {message}"),
                );
            }
        }
        Ok(())
    }

    /// An error that belongs to another step, or to none, should not be there. The
    /// tests of a later step may fail to compile before their turn comes.
    fn problem(&mut self, problem: &Problem) {
        let expected = problem.step == self.stage && problem.whose == Whose::TheSteps;
        let later = problem.step > self.stage && problem.file.starts_with("tests/");
        if !expected && !later {
            let code = problem.diagnostic.code().unwrap_or("no code");
            let message = &problem.diagnostic.message;
            let item = problem.item.as_deref().unwrap_or("no item");
            let whose = match problem.whose {
                Whose::TheSteps => format!("of step {}", problem.step),
                Whose::Added | Whose::TheStarters => "that no step owns".to_owned(),
            };
            let file = problem.file.replacen("src/", "starter/", 1);
            self.finding(
                &file,
                format!("an error {whose} ({code}, {item}): {message}"),
            );
        }
    }

    fn compile_error(
        &mut self,
        code: &str,
        verdict: &StepVerdict,
        now: &Recording,
    ) -> Result<(), Error> {
        if verdict.status != Status::DoesNotCompile {
            let how = status(verdict.status);
            self.finding(
                "Cargo.toml",
                format!("it should not compile ({code}), but {how}"),
            );
            return Ok(());
        }
        let file = format!("recorded/step_{}.json", self.stage);
        let codes = now
            .errors
            .iter()
            .map(|one| one.code.as_deref().unwrap_or("no code"));
        let codes: Vec<&str> = codes.collect();
        if !codes.contains(&code) {
            let codes = codes.join(", ");
            self.finding(
                "Cargo.toml",
                format!("it should fail with {code}, but has: {codes}"),
            );
        }
        match recorded::load(&self.exercise.dir, self.stage)? {
            None => self.finding(&file, "its errors are not recorded".to_owned()),
            Some(kept) if kept == *now => {}
            // The exact words are promised for the pinned compiler only.
            Some(kept) if kept.rustc != now.rustc && essence(&kept) == essence(now) => {}
            Some(kept) if essence(&kept) == essence(now) => {
                self.finding(&file, "the compiler's words are others now".to_owned());
            }
            Some(_) => self.finding(
                &file,
                "its errors are not those that are recorded".to_owned(),
            ),
        }
        Ok(())
    }

    fn finding(&mut self, file: &str, what: String) {
        let id = self.exercise.id();
        let next = match file.starts_with("recorded/") {
            true => format!("`cargo xtask bless {id}` records them and shows what changed"),
            false => "repair the starter, the solution, or what the step owns".to_owned(),
        };
        self.findings.push(Finding {
            file: format!("{}/{file}", self.exercise.path()),
            what: format!("{}: {what}", stage_name(self.stage)),
            next,
        });
    }
}

type Essence<'a> = (
    Option<&'a str>,
    Option<&'a str>,
    Option<String>,
    BTreeSet<String>,
);

/// What of the errors a verdict goes by.
fn essence(recording: &Recording) -> Vec<Essence<'_>> {
    let of = |error: &RecordedError| -> Option<String> {
        let primary = error.spans.iter().find(|span| span.primary)?;
        primary.label.as_deref().map(labels::normalised)
    };
    let errors = recording.errors.iter();
    errors
        .map(|one| {
            let reasons = labels::reasons(one.other_labels());
            (one.code.as_deref(), one.item.as_deref(), of(one), reasons)
        })
        .collect()
}

/// How a step went, in a sentence about it.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Passed => "it passes",
        Status::DoesNotCompile => "it does not compile",
        Status::Failed => "it fails",
        Status::NotReached => "it is not reached",
    }
}

/// The first line of a message.
pub fn first_line(message: &str) -> &str {
    message.lines().next().unwrap_or("nothing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_called_the_same_everywhere() {
        let named = |path: &str| library_path(Path::new(path));
        assert_eq!(
            named("/home/me/rust/library/core/src/option.rs"),
            "$RUST/core/src/option.rs"
        );
        assert_eq!(
            named("/home/me/registry/src/index-1f/md-5-0.10.6/src/lib.rs"),
            "$CARGO/md-5-$VERSION/src/lib.rs"
        );
        assert_eq!(named("/home/me/src/lib.rs"), "/home/me/src/lib.rs");
    }
}
