//! Compares the facts with a list of what the documents say and the compiler answers.
//!
//! `cargo run -p compile-fail --example walk -- LIST`, where each line of LIST is
//! a JSON object with the fields of [`Listed`]. Every case that the compiler
//! refuses has to be here, with the same codes and messages, backticked text
//! apart; and so has every case that it accepts although its document says
//! otherwise. What else the list has may be here, and then has to agree too.

use std::collections::BTreeSet;
use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use compile_fail::facts::{Fact, FactError, Facts, Harness, NO_CODE, Outcome, shape};
use compile_fail::guards;
use compile_fail::suite::Suite;
use serde::Deserialize;

/// What a line of the list says of a case.
#[derive(Deserialize)]
struct Listed {
    id: String,
    document: String,
    documented: Outcome,
    rustc_1_95: Outcome,
    /// Each error once.
    errors: Vec<ListedError>,
    drift: Option<String>,
    edition_2021: Option<Other>,
}

/// An error; without a code its code is `none`.
#[derive(Deserialize)]
struct ListedError {
    code: String,
    message: String,
}

/// What edition 2021 answers.
#[derive(Deserialize)]
struct Other {
    errors: Vec<ListedError>,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let list = env::args().nth(1).ok_or("which list? Name its file")?;
    let list = fs::read_to_string(list)?;
    let facts = Facts::open(compile_fail::root())?;
    let (mut refused, mut against, mut others) = (0, 0, 0);
    let mut complaints = Vec::new();
    for line in list.lines() {
        let listed: Listed = serde_json::from_str(line)?;
        let required = match (listed.documented, listed.rustc_1_95) {
            (_, Outcome::Fails) => &mut refused,
            (Outcome::Fails, Outcome::Compiles) => &mut against,
            (Outcome::Compiles, Outcome::Compiles) => &mut others,
        };
        match facts.case(&listed.id) {
            Some(fact) => {
                *required += 1;
                let found = compare(&listed, fact);
                complaints.extend(found.iter().map(|what| format!("{}: {what}", listed.id)));
            }
            None if listed.documented == listed.rustc_1_95
                && listed.rustc_1_95 == Outcome::Compiles => {}
            None => complaints.push(format!("{} is not here", listed.id)),
        }
    }
    // The facts are one thing, the files another.
    for harness in Harness::ALL {
        let suite = Suite::open(compile_fail::root(), harness)?;
        complaints.extend(guards::ALL.iter().flat_map(|guard| guard(&suite)));
    }
    if !complaints.is_empty() {
        eprintln!("{}", complaints.join("\n"));
        return Ok(ExitCode::FAILURE);
    }
    println!("{refused} refused cases, as listed");
    println!("{against} accepted against their documents, as listed");
    println!("{others} more that are accepted, as listed");
    Ok(ExitCode::SUCCESS)
}

fn compare(listed: &Listed, fact: &Fact) -> Vec<String> {
    let mut complaints = Vec::new();
    if fact.document != listed.document {
        complaints.push(format!(
            "it is of {}, not {}",
            listed.document, fact.document
        ));
    }
    if fact.documented != Some(listed.documented) {
        complaints.push(format!("documented as {:?}", listed.documented));
    }
    if fact.outcome() != listed.rustc_1_95 {
        complaints.push(format!("it ends with {:?}", listed.rustc_1_95));
    }
    if fact.drift.is_some() != listed.drift.is_some() {
        complaints.push("a disagreement on one side only".into());
    }
    complaints.extend(differences(&listed.errors, &fact.errors));
    match (&listed.edition_2021, &fact.edition_2021) {
        (Some(listed), Some(fact)) => complaints.extend(differences(&listed.errors, &fact.errors)),
        (None, None) => {}
        _ => complaints.push("different in edition 2021 on one side only".into()),
    }
    complaints
}

/// The list has each error once, in any order.
fn differences(listed: &[ListedError], stated: &[FactError]) -> Option<String> {
    let code = |code: &str| match code {
        "none" => NO_CODE.to_owned(),
        code => code.to_owned(),
    };
    let listed: BTreeSet<(String, String)> = listed
        .iter()
        .map(|error| (code(&error.code), shape(&error.message)))
        .collect();
    let stated: BTreeSet<(String, String)> = stated
        .iter()
        .map(|error| (error.code.clone(), shape(&error.message)))
        .collect();
    (listed != stated).then(|| format!("listed as {listed:?}, and stated as {stated:?}"))
}
