//! `{{#exercise id}}`: what an exercise asks for, at the top of its chapter.

use crate::museum;
use crate::workshop::Workshop;

/// The box, as Markdown, for the page `chapter` (relative to `book/src/`).
pub fn render(workshop: &Workshop, id: &str, chapter: &str) -> Result<String, String> {
    let exercise = workshop.exercise(id)?;
    let manifest = &exercise.manifest;
    let up = "../".repeat(chapter.matches('/').count());
    // A link within the page stays valid on the page that prints the whole book.
    let page = match manifest.chapter == chapter {
        true => String::new(),
        false => format!("{up}{}", manifest.chapter),
    };
    let steps: Vec<_> = manifest
        .steps
        .iter()
        .map(|step| format!("1. [{}]({page}#{})", step.title, step.section))
        .collect();
    let mut ids: Vec<_> = manifest
        .steps
        .iter()
        .flat_map(|step| &step.objectives)
        .collect();
    ids.sort();
    ids.dedup();
    let objectives: Vec<_> = ids
        .iter()
        .map(|id| {
            let text = &workshop.objectives[*id].text;
            format!("- {text} ([{id}]({up}objectives.md#{}))", id.to_lowercase())
        })
        .collect();
    let concepts = museum::trained_by(workshop, id, &up);
    let errors = match concepts.is_empty() {
        true => String::new(),
        false => format!(
            "<details><summary>Errors of this kind in the museum …</summary>\n\n- {}\n\n\
             </details>\n\n",
            concepts.join("\n- ")
        ),
    };
    Ok(format!(
        "<div class=\"exercise\">\n\n\
         **{id}** <span class=\"facts\">{minutes} minutes</span>\n\n\
         Your files are in `{path}/src/`.\n\n\
         ```console\ncargo xtask check {id}\n```\n\n\
         {steps}\n\n\
         <details><summary>Afterwards you can …</summary>\n\n{objectives}\n\n</details>\n\n\
         {errors}</div>",
        minutes = manifest.minutes,
        path = exercise.path(),
        steps = steps.join("\n"),
        objectives = objectives.join("\n"),
    ))
}
