//! `cargo xtask errors`: the museum of borrow errors.

use std::io::{self, IsTerminal, Read};

use serde::Serialize;

use crate::cli::{ErrorsArgs, Format};
use crate::error::{Error, PASSED};
use crate::museum::facts::Outcome;
use crate::museum::search::{self, Found};
use crate::museum::{Fact, Museum, rendered};
use crate::terminal::museum::{Amount, View};
use crate::terminal::{Look, print};
use crate::workspace::Workspace;

/// Stands for what is pasted, or comes through a pipe.
const STANDARD_INPUT: &str = "-";

/// How many bytes of it are read. The first error is what counts.
const LONGEST: u64 = 1 << 20;

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
    let subject = match args.subject.as_slice() {
        [only] if only == STANDARD_INPUT => pasted(io::stdin().lock())?,
        words => words.join(" "),
    };
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
        })?;
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
    })?;
    Ok(PASSED)
}

/// What the compiler has printed, without its colours.
fn pasted(input: impl Read + IsTerminal) -> Result<String, Error> {
    if input.is_terminal() {
        let end = match cfg!(windows) {
            true => "Ctrl-Z and Enter",
            false => "Enter and Ctrl-D",
        };
        anstream::eprintln!("Paste what the compiler has printed, then press {end}:");
    }
    let mut bytes = Vec::new();
    let read = input.take(LONGEST).read_to_end(&mut bytes);
    read.map_err(|error| Error::usage(format!("standard input cannot be read: {error}")))?;
    let text = String::from_utf8_lossy(&bytes);
    let text = anstream::adapter::strip_str(&text).to_string();
    let text = text.trim().to_owned();
    let is_long = text.lines().nth(1).is_some();
    match text.is_empty() || (is_long && rendered::first_error(&text).is_none()) {
        false => Ok(text),
        true => Err(Error::usage(
            "there is no error of the compiler's in what was read: one begins with `error:` or \
             with its code, such as `error[E0499]:`.\n\
             In an exercise's folder `cargo check 2>&1 | cargo xtask errors -` passes on all that \
             cargo prints.",
        )),
    }
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
