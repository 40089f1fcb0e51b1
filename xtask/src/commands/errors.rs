//! `cargo xtask errors`: the museum of borrow errors.

use serde::Serialize;

use crate::cli::{ErrorsArgs, Format};
use crate::error::{Error, PASSED};
use crate::museum::facts::Outcome;
use crate::museum::search::{self, Found};
use crate::museum::{Fact, Museum};
use crate::terminal::museum::{Amount, View};
use crate::terminal::{Look, print};
use crate::workspace::Workspace;

/// `errors --format json`.
#[derive(Serialize)]
struct Cases<'m> {
    schema: u32,
    cases: Vec<Row<'m>>,
}

/// A case; the paths are relative to the workshop's root.
#[derive(Serialize)]
struct Row<'m> {
    id: &'m str,
    document: &'m str,
    section: &'m str,
    concept: &'m str,
    claim: &'m str,
    /// `refused` or `compiles`.
    outcome: &'static str,
    /// The same according to the document, if it is in one.
    documented: Option<&'static str>,
    errors: Vec<Said<'m>>,
    program: String,
    stderr: Option<String>,
    recording: Option<String>,
    repaired_by: Option<&'m str>,
    drift: Option<&'m str>,
    exercise: Option<&'m str>,
}

#[derive(Serialize)]
struct Said<'m> {
    code: &'m str,
    message: &'m str,
}

/// Shows what there is, or what was asked for.
pub fn run(args: &ErrorsArgs, look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let museum = Museum::open(&workspace)?;
    let subject = args.subject.join(" ");
    let found = match &*subject {
        "" => None,
        subject => Some(search::find(&museum, subject)?),
    };
    if args.format == Format::Json {
        let cases: Vec<&Fact> = match found {
            None => museum.facts.cases().collect(),
            Some(Found::Case(case)) => vec![case],
            Some(Found::Code(_, cases) | Found::Concept(_, cases) | Found::Text(_, cases)) => cases,
        };
        let cases = cases.into_iter().map(|case| row(case, &museum, &workspace));
        super::print_json(&Cases {
            schema: 1,
            cases: cases.collect(),
        });
        return Ok(PASSED);
    }
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look,
    };
    let amount = match args.all {
        true => Amount::All,
        false => Amount::Some,
    };
    print(&match found {
        None => view.overview(),
        Some(Found::Case(case)) => view.case(case)?,
        Some(Found::Code(code, cases)) => view.code(&code, &cases, amount)?,
        Some(Found::Concept(concept, cases)) => view.concept(concept, &cases, amount),
        Some(Found::Text(words, cases)) => view.text(&words, &cases, amount),
    });
    Ok(PASSED)
}

fn row<'m>(case: &'m Fact, museum: &'m Museum, workspace: &'m Workspace) -> Row<'m> {
    let below = |path: String| format!("compile-fail/{path}");
    let word = |outcome: Outcome| match outcome {
        Outcome::Fails => "refused",
        Outcome::Compiles => "compiles",
    };
    Row {
        id: &case.id,
        document: &case.document,
        section: &case.section,
        concept: &case.concept,
        claim: &case.claim,
        outcome: word(case.outcome()),
        documented: case.documented.map(word),
        errors: case
            .errors
            .iter()
            .map(|error| Said {
                code: &error.code,
                message: &error.message,
            })
            .collect(),
        program: below(case.program()),
        stderr: case.stderr().map(below),
        recording: case.recording().map(below),
        repaired_by: case.repaired_by.as_deref(),
        drift: case.drift.as_deref(),
        exercise: museum.exercise(case, workspace).map(|one| one.id()),
    }
}
