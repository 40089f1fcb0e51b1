//! `{{#objectives}}`: what can be learnt, and which step trains it.

use std::collections::BTreeMap;

use crate::workshop::{Track, Workshop};

/// The tables, one for each track, as Markdown for the page `chapter` (relative
/// to `book/src/`).
///
/// An objective that no step trains yet is left out: the page promises nothing.
pub fn render(workshop: &Workshop, chapter: &str) -> String {
    let mut text = String::new();
    for (track, trained) in trained(workshop, chapter) {
        text += &format!("\n## {}\n\n", track.title());
        text += "| | Afterwards you can … | Trained in |\n|---|---|---|\n";
        for (id, exercises) in trained {
            let anchor = id.to_lowercase();
            let objective = &workshop.objectives[id].text;
            let exercises = exercises.join("<br>");
            text += &format!("| <span id=\"{anchor}\">{id}</span> | {objective} | {exercises} |\n");
        }
    }
    text
}

/// By track and objective: in which exercise which steps train it, as Markdown.
type Trained<'a> = BTreeMap<Track, BTreeMap<&'a str, Vec<String>>>;

fn trained<'a>(workshop: &'a Workshop, chapter: &str) -> Trained<'a> {
    let up = "../".repeat(chapter.matches('/').count());
    let mut trained = Trained::new();
    for exercise in &workshop.workspace.exercises {
        let page = &exercise.manifest.chapter;
        let mut links: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (number, step) in (1..).zip(&exercise.manifest.steps) {
            let link = format!("[{number}]({up}{page}#{})", step.section);
            for id in &step.objectives {
                links.entry(id).or_default().push(link.clone());
            }
        }
        for (id, links) in links {
            let steps = match links.len() {
                1 => "step",
                _ => "steps",
            };
            // These spaces do not break, so that a number never stands alone in a line.
            let links = links.join(",\u{a0}");
            let words = format!("{},<br>{steps}\u{a0}{links}", exercise.id());
            let track = trained.entry(workshop.objectives[id].track).or_default();
            track.entry(id).or_default().push(words);
        }
    }
    trained
}
