//! The core stands on every right answer, whatever the layers around it are.

use super::{Claim, Finding, Proof, claim, several};
use crate::capstone::layer::{Layer, Owner};
use crate::capstone::mixture::Mixture;
use crate::capstone::{self, Run};
use crate::error::Error;
use crate::scratch::{Scratch, Variant};
use crate::workspace::Workspace;

use super::variants;

/// What the proof is about.
pub const ABOUT: &str = "capstone";

/// An answer that a layer may be built from; none is the solution.
type Answer<'a, 'v> = Option<&'v Variant<'a>>;

/// Runs the capstone on the solutions and on mixtures, in which every right answer of
/// every exercise comes up at least once.
pub fn proof(workspace: &Workspace, scratch: &Scratch) -> Result<Proof, Error> {
    let layers = Layer::all(workspace)?;
    let solutions = run(
        workspace,
        scratch,
        &layers,
        &vec![None; layers.len()],
        "solutions",
    )?;
    let failed = solutions.failure().map(|done| Finding {
        file: "solutions/tls".to_owned(),
        what: format!("{}: {}", done.title, done.message),
        next: "`cargo xtask check capstone` shows more".to_owned(),
    });
    let mut claims = vec![claim(
        "the core and its peers understand each other",
        failed.into_iter().collect(),
    )];
    if claims[0].findings.is_empty() {
        claims.push(mixtures(workspace, scratch, &layers)?);
    }
    Ok(Proof {
        about: ABOUT.to_owned(),
        claims,
    })
}

fn mixtures(
    workspace: &Workspace,
    scratch: &Scratch,
    layers: &[Layer<'_>],
) -> Result<Claim, Error> {
    let mut variants = Vec::new();
    for layer in layers {
        variants::all(layer.exercise, &mut variants, &mut Vec::new())?;
    }
    variants.retain(|variant| variant.name.starts_with("right-"));
    scratch.lay_out(&variants)?;
    let answers: Vec<Vec<Answer<'_, '_>>> = layers
        .iter()
        .map(|layer| {
            let mine = variants
                .iter()
                .filter(|variant| variant.exercise.id() == layer.exercise.id());
            std::iter::once(None).chain(mine.map(Some)).collect()
        })
        .collect();
    let rounds = answers.iter().map(Vec::len).max().unwrap_or(0);
    let mut findings = Vec::new();
    for round in 0..rounds {
        // Each layer begins elsewhere, so that the solutions are spread among them.
        let mixed: Vec<Answer<'_, '_>> = answers
            .iter()
            .enumerate()
            .map(|(at, answers)| answers[(round + at) % answers.len()])
            .collect();
        let folder = format!("mixture-{}", round + 1);
        let Some(done) = run(workspace, scratch, layers, &mixed, &folder)?
            .failure()
            .cloned()
        else {
            continue;
        };
        let before = findings.len();
        for (at, answer) in mixed.iter().enumerate() {
            let Some(variant) = answer else { continue };
            let mut alone = vec![None; layers.len()];
            alone[at] = Some(*variant);
            if let Some(done) = run(workspace, scratch, layers, &alone, "alone")?.failure() {
                findings.push(finding(variant, &done.message));
            }
        }
        if findings.len() == before {
            let names: Vec<String> = mixed.iter().flatten().map(|one| one.package()).collect();
            findings.push(Finding {
                file: "exercises/tls".to_owned(),
                what: format!("together they fail: {}: {}", names.join(", "), done.message),
                next: "find out which two do not fit".to_owned(),
            });
        }
    }
    let rights = several(variants.len(), "right answer", "right answers");
    Ok(claim(
        format!("so they do on {rights}, in {rounds} mixtures"),
        findings,
    ))
}

fn finding(variant: &Variant<'_>, message: &str) -> Finding {
    let name = variant.name.trim_start_matches("right-");
    Finding {
        file: format!("{}/right/{name}", variant.exercise.path()),
        what: format!("it breaks the handshake: {message}"),
        next: "repair the answer; and let a test of the exercise refuse it".to_owned(),
    }
}

/// Each mixture has a folder of its own, so that cargo keeps what it has built of it.
fn run(
    workspace: &Workspace,
    scratch: &Scratch,
    layers: &[Layer<'_>],
    answers: &[Answer<'_, '_>],
    folder: &str,
) -> Result<Run, Error> {
    let mixed: Vec<Layer<'_>> = layers
        .iter()
        .zip(answers)
        .map(|(layer, answer)| match answer {
            None => layer.clone(),
            Some(variant) => Layer {
                owner: Owner::Yours,
                source: scratch.dir().join(variant.package()).join("src"),
                ..layer.clone()
            },
        })
        .collect();
    let home = scratch.dir().join(ABOUT);
    let mixture = Mixture {
        root: &workspace.root,
        dir: home.join(folder),
        target_dir: home.join("target"),
        layers: &mixed,
    };
    capstone::run_in(&mixture, true)
}
