//! The museum of borrow errors: a page for each concept, and `{{#museum …}}`, the
//! indexes that lead to them.
//!
//! All of it is made from the facts, the programs and the recordings of
//! `compile-fail/`. Each case has one place, `museum/CONCEPT.html#ID`, so that the
//! chapters and the command line can point to it.

use std::fmt::Write;

use xtask::museum::facts::{self, Outcome};
use xtask::museum::{Fact, codes, page, search};
use xtask::terminal::museum::name;

use crate::diagnostic;
use crate::directive::Index;
use crate::workshop::Workshop;

/// A page that is made, not written.
#[derive(Debug)]
pub struct MadePage {
    /// What it is called.
    pub title: String,
    /// Relative to `book/src/`, as if it were written there.
    pub path: String,
    /// What is on it, without directives.
    pub markdown: String,
}

/// The pages of all concepts.
pub fn pages(workshop: &Workshop) -> Result<Vec<MadePage>, String> {
    let concepts = &workshop.museum.facts.concepts;
    concepts
        .iter()
        .map(|concept| {
            let cases: Vec<&Fact> = about(workshop, &concept.id);
            let mut markdown = format!("# {}\n\n{}\n", concept.title, lead(workshop, &cases));
            for case in &cases {
                markdown += &entry(workshop, case)?;
            }
            Ok(MadePage {
                title: concept.title.clone(),
                path: format!("museum/{}.md", concept.id),
                markdown,
            })
        })
        .collect()
}

/// An index, for the page `chapter` (relative to `book/src/`).
pub fn index(workshop: &Workshop, chapter: &str, index: Index) -> String {
    let up = "../".repeat(chapter.matches('/').count());
    match index {
        Index::Concepts => by_concept(workshop, &up),
        Index::Codes => by_code(workshop, &up),
        Index::Documents => by_document(workshop, &up),
        Index::Disagreements => disagreements(workshop, &up),
    }
}

fn about<'w>(workshop: &'w Workshop, concept: &str) -> Vec<&'w Fact> {
    let cases = workshop.museum.facts.cases();
    cases.filter(|case| case.concept == concept).collect()
}

/// How many cases there are, and where they are trained.
fn lead(workshop: &Workshop, cases: &[&Fact]) -> String {
    let Some(first) = cases.first() else {
        return String::new();
    };
    let refused = cases.iter().filter(|case| case.is_refused()).count();
    let mut words = format!(
        "{}: {refused} refused, {} accepted. In a terminal: `cargo xtask errors {}`.",
        xtask::terminal::count(cases.len(), "case"),
        cases.len() - refused,
        first.concept
    );
    if let Some(exercise) = workshop.museum.exercise(first, &workshop.workspace) {
        let manifest = &exercise.manifest;
        let _ = write!(
            words,
            " Trained in [{}](../{}).",
            manifest.title, manifest.chapter
        );
    }
    words + "\n"
}

/// A case: what it claims, the program, what the compiler says, why, and the repair.
fn entry(workshop: &Workshop, case: &Fact) -> Result<String, String> {
    let museum = &workshop.museum;
    let program = museum.program(case).map_err(|error| error.to_string())?;
    let recording = museum.recording(case).map_err(|error| error.to_string())?;
    let code = program.code.join("\n");
    let mut out = format!("\n## `{0}` {{#{0}}}\n\n{1}\n\n", case.id, case.claim);
    let summary = match case.errors.first() {
        None => "rustc accepts it".to_owned(),
        Some(first) => {
            let all: Vec<&str> = codes(case).into_iter().map(name).collect();
            let message = crate::ansi::escape(first.message.lines().next().unwrap_or_default());
            format!("{}: {message}", all.join(", "))
        }
    };
    let _ = write!(
        out,
        "<details class=\"case\">\n<summary>{summary}</summary>\n\n```rust\n{code}\n```\n\n"
    );
    if let Some(recording) = &recording {
        let errors: Vec<_> = recording.errors.iter().collect();
        let subject = format!("the case {}", case.id);
        let figure = diagnostic::figure(&errors, &recording.rustc, &subject, None)
            .map_err(|why| format!("{}: {why}", case.id))?;
        let _ = write!(out, "{figure}\n\n");
    }
    let _ = write!(out, "</details>\n\n{}\n", program.why_besides(&case.claim));
    let mut words = Vec::new();
    if let Some(twin) = museum.twin(case) {
        words.push(format!("Repaired: {}.", link("../", twin)));
    }
    let repairs: Vec<String> = museum
        .facts
        .repairs(&case.id)
        .map(|refused| link("../", refused))
        .collect();
    if !repairs.is_empty() {
        words.push(format!("It repairs {}.", repairs.join(", ")));
    }
    words.extend(says(workshop, case));
    if !words.is_empty() {
        let _ = write!(out, "\n{}\n", words.join(" "));
    }
    Ok(out)
}

/// Where the document and the compiler part, and other compilers.
fn says(workshop: &Workshop, case: &Fact) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(drift) = &case.drift {
        let drift = linked(workshop, "../", drift);
        words.push(format!("{} {drift}", documented(case)));
    }
    if case.polonius_accepts {
        words.push("The next borrow checker, Polonius, accepts it.".to_owned());
    }
    if let Some(other) = &case.edition_2021 {
        words.push(match other.errors.first() {
            None => "In edition 2021 it compiles.".to_owned(),
            Some(first) => format!("In edition 2021 it is refused with {}.", name(&first.code)),
        });
    }
    words
}

/// What the document says, and what is so.
fn documented(case: &Fact) -> String {
    let word = |outcome: Outcome| match outcome {
        Outcome::Fails => "refused",
        Outcome::Compiles => "accepted",
    };
    match case.documented {
        None => String::new(),
        Some(documented) if documented == case.outcome() => {
            format!("Documented as {}, and so it is.", word(documented))
        }
        Some(documented) => format!(
            "Documented as {}, and {} today.",
            word(documented),
            word(case.outcome())
        ),
    }
}

/// A link to the place of a case; `up` leads from the page to `book/src/`.
fn link(up: &str, case: &Fact) -> String {
    format!("[`{}`]({up}{}#{})", case.id, page(case), case.id)
}

/// A text in which the names of cases lead to them.
fn linked(workshop: &Workshop, up: &str, text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| match workshop.museum.facts.case(part) {
        _ if at % 2 == 0 => part.to_owned(),
        Some(case) => link(up, case),
        None => format!("`{part}`"),
    });
    parts.collect()
}

/// The pages of the concepts that an exercise trains, as links.
pub fn trained_by(workshop: &Workshop, exercise: &str, up: &str) -> Vec<String> {
    let concepts = workshop.museum.facts.concepts.iter();
    concepts
        .filter(|concept| concept.exercise.as_deref() == Some(exercise))
        .map(|concept| format!("[{}]({up}museum/{}.md)", concept.title, concept.id))
        .collect()
}

/// An item in an index.
fn item(up: &str, case: &Fact) -> String {
    let ends = match codes(case).as_slice() {
        [] => "compiles".to_owned(),
        codes => codes
            .iter()
            .map(|&code| name(code))
            .collect::<Vec<_>>()
            .join(", "),
    };
    format!("- {} ({ends}): {}\n", link(up, case), case.claim)
}

fn by_concept(workshop: &Workshop, up: &str) -> String {
    let mut out = "| About | Refused | Trained in |\n|---|---|---|\n".to_owned();
    for concept in &workshop.museum.facts.concepts {
        let cases = about(workshop, &concept.id);
        let refused = cases.iter().filter(|case| case.is_refused()).count();
        let exercise = cases
            .first()
            .and_then(|case| workshop.museum.exercise(case, &workshop.workspace));
        let trained = exercise.map_or(String::new(), |exercise| {
            format!("[{}]({up}{})", exercise.id(), exercise.manifest.chapter)
        });
        let _ = writeln!(
            out,
            "| [{}]({up}museum/{}.md) | {refused} of {} | {trained} |",
            concept.title,
            concept.id,
            cases.len()
        );
    }
    out
}

fn by_code(workshop: &Workshop, up: &str) -> String {
    let mut out = String::new();
    for (code, _) in search::all_codes(&workshop.museum) {
        let (title, anchor) = match code.strip_prefix(facts::LINT) {
            Some(lint) => (format!("The lint `{lint}`"), format!("lint-{lint}")),
            None if code == facts::NO_CODE => ("No code".to_owned(), code.to_owned()),
            None => (code.to_owned(), code.to_lowercase()),
        };
        let _ = write!(out, "\n## {title} {{#{anchor}}}\n\n");
        let cases = workshop.museum.facts.cases();
        for case in cases.filter(|case| codes(case).contains(&code)) {
            let _ = writeln!(out, "- {}: {}", link(up, case), case.claim);
        }
    }
    out
}

fn by_document(workshop: &Workshop, up: &str) -> String {
    let mut out = String::new();
    for document in &workshop.museum.facts.documents {
        let _ = write!(out, "\n## {} {{#{}}}\n", document.title, document.id);
        for section in document.cases.chunk_by(|a, b| a.section == b.section) {
            let _ = write!(out, "\n### {}\n\n", heading(&section[0].section));
            for case in section {
                out += &item(up, case);
            }
        }
    }
    out
}

/// The words of a heading in a document; a type's angle brackets are no HTML.
fn heading(words: &str) -> String {
    let parts = words.split('`').enumerate();
    let parts = parts.map(|(at, part)| match at % 2 {
        0 => part.replace('<', "\\<"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

fn disagreements(workshop: &Workshop, up: &str) -> String {
    let mut out = String::new();
    for document in &workshop.museum.facts.documents {
        let differ = document.cases.iter().filter(|case| case.drift.is_some());
        let cases: Vec<&Fact> = differ.collect();
        if cases.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {}\n\n", document.title);
        for case in cases {
            let drift = linked(workshop, up, case.drift.as_deref().unwrap_or_default());
            let claim = &case.claim;
            let _ = writeln!(
                out,
                "- {}: {claim}\n\n  {} {drift}\n",
                link(up, case),
                documented(case)
            );
        }
    }
    out
}
