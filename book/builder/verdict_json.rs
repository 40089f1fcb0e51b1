//! `{{#verdict exercise/step}}`: what `check --format json` prints, made of the
//! type that it prints.

use xtask::recording::RecordedError;
use xtask::verdict::{ErrorReport, Status, StepVerdict, Verdict};

use crate::ansi;
use crate::workshop::Workshop;

/// The verdict on an exercise that fails at this step, as a code block.
pub fn render(workshop: &Workshop, name: &str) -> Result<String, String> {
    let (recording, file) = workshop.recording(name)?;
    let (id, step) = name
        .split_once("/step_")
        .ok_or("name a step: `exercise-1/step_1`")?;
    let failing: usize = step
        .parse()
        .map_err(|_| format!("`{step}` is not a step's number"))?;
    let exercise = workshop.exercise(id)?;
    let errors: Result<Vec<_>, String> = recording
        .errors
        .iter()
        .map(|error| report(&exercise.path(), error).map_err(|why| format!("{file}: {why}")))
        .collect();
    let mut errors = Some(errors?);
    let steps = (1..)
        .zip(&exercise.manifest.steps)
        .map(|(step, manifest)| StepVerdict {
            step,
            title: manifest.title.clone(),
            status: match step == failing {
                true => Status::DoesNotCompile,
                false => Status::NotReached,
            },
            errors: match step == failing {
                true => errors.take().unwrap_or_default(),
                false => Vec::new(),
            },
            message: "…".to_owned(),
        })
        .collect();
    let verdict = Verdict {
        schema: 1,
        exercise: id.to_owned(),
        passed: false,
        steps,
    };
    let json = serde_json::to_string_pretty(&verdict).map_err(|error| error.to_string())?;
    Ok(format!("```json\n{json}\n```"))
}

fn report(folder: &str, error: &RecordedError) -> Result<ErrorReport, String> {
    let primary = error
        .spans
        .iter()
        .find(|span| span.primary)
        .ok_or("an error without a place")?;
    let rendered = ansi::plain(&error.rendered)?;
    let first = rendered.lines().next().unwrap_or_default();
    Ok(ErrorReport {
        code: error.code.clone(),
        message: error.message.clone(),
        label: primary.label.clone().unwrap_or_default(),
        file: format!("{folder}/{}", primary.file),
        line: primary.start.0,
        column: primary.start.1,
        intended: true,
        similar: None,
        rendered: format!("{first}\n…"),
        coloured: String::new(),
    })
}
