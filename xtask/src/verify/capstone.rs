//! The core stands on every right answer, whatever the layers around it are.

use super::{Finding, Proof, claim, several, variants};
use crate::capstone::bench::Bench;
use crate::capstone::layer::{Layer, Owner};
use crate::capstone::mixture::Mixture;
use crate::capstone::{self, Run};
use crate::error::Error;
use crate::scratch::{Scratch, Variant};
use crate::workspace::Workspace;

/// What the proof is about.
pub const ABOUT: &str = "capstone";

/// For each layer the answer that it is built from; none is the solution.
type Answers<'a, 'v> = Vec<Option<&'v Variant<'a>>>;

/// Runs the capstone on the solutions and on mixtures, in which every right answer of
/// every exercise comes up once.
pub fn proof(workspace: &Workspace, scratch: &Scratch) -> Result<Proof, Error> {
    let layers = Layer::all(workspace)?;
    let mut rights = Vec::new();
    for layer in &layers {
        variants::all(layer.exercise, &mut rights, &mut Vec::new())?;
    }
    rights.retain(|variant| variant.name.starts_with("right-"));
    scratch.lay_out(&rights)?;
    // The cryptography is the same for all, and what else is built here is built once.
    let bench = Bench::open(&workspace.root, scratch.dir().join(ABOUT), false)?;

    let mixed = mixed(&layers, &rights);
    let numbered = |(at, answers): (usize, &Answers<'_, '_>)| {
        let label = format!("mixture-{}", at + 1);
        mixture(scratch, &layers, &label, answers)
    };
    let solutions = vec![None; layers.len()];
    let mut mixtures = vec![mixture(scratch, &layers, "solutions", &solutions)];
    mixtures.extend(mixed.iter().enumerate().map(numbered));
    let mut runs = capstone::run(&bench, &mixtures, true)?.into_iter();

    let alone = runs.next().as_ref().and_then(Run::failure).cloned();
    let failed = alone.map(|done| Finding {
        file: "solutions/tls".to_owned(),
        what: format!("{}: {}", done.title, done.message),
        next: "`cargo xtask check capstone` shows more".to_owned(),
    });
    let mut claims = vec![claim(
        "the core and its peers understand each other",
        failed.into_iter().collect(),
    )];
    if claims[0].findings.is_empty() {
        let mut findings = Vec::new();
        for (answers, run) in mixed.iter().zip(runs) {
            if let Some(done) = run.failure() {
                findings.extend(blame(&bench, scratch, &layers, answers, &done.message)?);
            }
        }
        let about = several(rights.len(), "right answer", "right answers");
        let mixtures = several(mixed.len(), "mixture", "mixtures");
        claims.push(claim(
            format!("so they do on {about}, in {mixtures}"),
            findings,
        ));
    }
    Ok(Proof {
        about: ABOUT.to_owned(),
        claims,
    })
}

/// As many mixtures as the exercise with the most right answers has of them.
///
/// Each layer begins elsewhere, so that the solutions are spread among the answers.
fn mixed<'a, 'v>(layers: &[Layer<'_>], rights: &'v [Variant<'a>]) -> Vec<Answers<'a, 'v>> {
    let of = |layer: &Layer<'_>| -> Vec<&'v Variant<'a>> {
        let id = layer.exercise.id();
        let mine = rights.iter().filter(|right| right.exercise.id() == id);
        mine.collect()
    };
    let answers: Vec<Vec<&Variant<'_>>> = layers.iter().map(of).collect();
    let rounds = answers.iter().map(Vec::len).max().unwrap_or(0);
    let round = |round: usize| {
        let pick =
            |(at, mine): (usize, &Vec<&'v Variant<'a>>)| mine.get((round + at) % rounds).copied();
        answers.iter().enumerate().map(pick).collect()
    };
    (0..rounds).map(round).collect()
}

fn mixture<'a>(
    scratch: &Scratch,
    layers: &[Layer<'a>],
    label: &str,
    answers: &Answers<'_, '_>,
) -> Mixture<'a> {
    let layer = |(layer, answer): (&Layer<'a>, &Option<&Variant<'_>>)| match answer {
        None => layer.clone(),
        Some(variant) => Layer {
            owner: Owner::Yours,
            source: scratch.dir().join(variant.package()).join("src"),
            ..layer.clone()
        },
    };
    Mixture {
        label: label.to_owned(),
        layers: layers.iter().zip(answers).map(layer).collect(),
    }
}

/// Finds the answers of a mixture that fail alone among the solutions.
fn blame(
    bench: &Bench,
    scratch: &Scratch,
    layers: &[Layer<'_>],
    answers: &Answers<'_, '_>,
    message: &str,
) -> Result<Vec<Finding>, Error> {
    let suspects: Vec<(usize, &Variant<'_>)> = answers
        .iter()
        .enumerate()
        .filter_map(|(at, answer)| Some((at, (*answer)?)))
        .collect();
    let only = |&(at, variant): &(usize, _)| {
        let mut answers = vec![None; layers.len()];
        answers[at] = Some(variant);
        let label = format!("only-{}", layers[at].name);
        mixture(scratch, layers, &label, &answers)
    };
    let alone: Vec<Mixture<'_>> = suspects.iter().map(only).collect();
    let runs = capstone::run(bench, &alone, true)?;
    let mut findings = Vec::new();
    for ((_, variant), run) in suspects.iter().zip(&runs) {
        findings.extend(run.failure().map(|done| finding(variant, &done.message)));
    }
    if findings.is_empty() {
        let names: Vec<String> = suspects.iter().map(|(_, one)| one.package()).collect();
        findings.push(Finding {
            file: "exercises/tls".to_owned(),
            what: format!("together they fail: {}: {message}", names.join(", ")),
            next: "find out which two do not fit".to_owned(),
        });
    }
    Ok(findings)
}

fn finding(variant: &Variant<'_>, message: &str) -> Finding {
    let name = variant.name.trim_start_matches("right-");
    Finding {
        file: format!("{}/right/{name}", variant.exercise.path()),
        what: format!("it breaks the handshake: {message}"),
        next: "repair the answer; and let a test of the exercise refuse it".to_owned(),
    }
}
