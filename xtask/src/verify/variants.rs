//! All the answers to an exercise that are judged.

use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::items::{ownership, splice};
use crate::scratch::{Files, Variant, read_files};
use crate::workspace::Exercise;

/// The variant with every step before `stage` solved.
pub fn stage_name(stage: usize) -> String {
    match stage {
        1 => "starter".to_owned(),
        _ => format!("stage-{stage}"),
    }
}

/// Adds every variant of an exercise. What cannot be put together is a finding.
pub fn all<'a>(
    exercise: &'a Exercise,
    variants: &mut Vec<Variant<'a>>,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    stages(exercise, variants, findings)?;
    let steps = exercise.manifest.steps.len();
    let solution = read_files(&exercise.solution.join("src"))?;
    let right = exercise
        .manifest
        .right
        .keys()
        .map(|name| ("right", name, steps));
    let wrong = exercise
        .manifest
        .wrong
        .iter()
        .map(|(name, wrong)| ("wrong", name, wrong.step));
    for (kind, name, last) in right.chain(wrong) {
        let folder = format!("{kind}/{name}");
        let overlay = read_files(&exercise.dir.join(&folder))?;
        match overlaid(&solution, &overlay) {
            Ok(files) => variants.push(Variant {
                exercise,
                name: format!("{kind}-{name}"),
                files,
                steps: 1..=last,
            }),
            Err((file, problem)) => findings.push(unreadable(exercise, &folder, &file, &problem)),
        }
    }
    variants.push(Variant {
        exercise,
        name: "solution".to_owned(),
        files: solution,
        steps: 1..=steps,
    });
    Ok(())
}

/// Adds the stages of the starter.
pub fn stages<'a>(
    exercise: &'a Exercise,
    variants: &mut Vec<Variant<'a>>,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    let starter = read_files(&exercise.dir.join("starter"))?;
    let solution = read_files(&exercise.solution.join("src"))?;
    let steps = exercise.manifest.steps.len();
    for stage in 1..=steps {
        match staged(exercise, stage, &starter, &solution) {
            Ok(files) => variants.push(Variant {
                exercise,
                name: stage_name(stage),
                files,
                // The starter is judged as a learner judges it first: whole.
                steps: 1..=if stage == 1 { steps } else { stage },
            }),
            Err((file, problem)) => {
                findings.push(unreadable(exercise, "starter", &file, &problem));
            }
        }
    }
    Ok(())
}

fn staged(
    exercise: &Exercise,
    stage: usize,
    starter: &Files,
    solution: &Files,
) -> Result<Files, (String, syn::Error)> {
    let steps = &exercise.manifest.steps;
    let mut files = Files::new();
    let names = starter
        .keys()
        .chain(solution.keys().filter(|name| !starter.contains_key(*name)));
    for name in names {
        let owner = ownership::owner(steps, name, None);
        let solved = owner.is_some_and(|step| step < stage);
        let text = match (starter.get(name), solution.get(name)) {
            (_, solution) if solved => solution.cloned(),
            (Some(starter), Some(solution)) if owner.is_none() && is_rust(name) => Some(
                splice::stage(steps, stage, name, starter, solution)
                    .map_err(|error| (name.clone(), error))?,
            ),
            (starter, _) => starter.cloned(),
        };
        files.extend(text.map(|text| (name.clone(), text)));
    }
    Ok(files)
}

fn overlaid(solution: &Files, overlay: &Files) -> Result<Files, (String, syn::Error)> {
    let mut files = solution.clone();
    for (name, text) in overlay {
        let text = match solution.get(name) {
            Some(base) if is_rust(name) => {
                splice::overlay(base, text).map_err(|error| (name.clone(), error))?
            }
            _ => text.clone(),
        };
        files.insert(name.clone(), text);
    }
    Ok(files)
}

fn is_rust(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "rs")
}

fn unreadable(exercise: &Exercise, folder: &str, file: &str, error: &syn::Error) -> Finding {
    let at = error.span().start();
    Finding {
        file: format!("{}/{folder}/{file}", exercise.path()),
        what: format!(
            "this or the solution's {file} does not parse: line {}: {error}",
            at.line
        ),
        next: "repair the file".to_owned(),
    }
}
