//! Guards of what the compiler says, in a `.stderr` and in a recording: all that is stated,
//! and nothing besides.

use std::fs;

use serde::Deserialize;

use super::{Complaints, each_stderr, named};
use crate::facts::{FactError, LINT, NO_CODE, code, shape};
use crate::suite::Suite;

/// The errors in a `.stderr` are the stated ones, in code and shape, and no others.
///
/// Blessing replaces a `.stderr` whatever has become of the error. The facts it
/// leaves alone.
pub fn stderrs_say_what_is_stated(suite: &Suite) -> Complaints {
    // A lint's name is not in the first line, so there it has no code.
    let plain = |error: &FactError| FactError {
        code: if error.code.starts_with(LINT) {
            NO_CODE.into()
        } else {
            error.code.clone()
        },
        message: error.message.clone(),
    };
    each_stderr(suite, |fact, text| {
        let stated: Vec<FactError> = fact.errors.iter().map(plain).collect();
        let found: Vec<FactError> = text.lines().filter_map(first_line).collect();
        differences(&stated, &found)
    })
}

/// The error whose first line this is.
fn first_line(line: &str) -> Option<FactError> {
    let rest = line.strip_prefix("error")?;
    let (code, message) = match rest.strip_prefix(": ") {
        Some(message) => (NO_CODE, message),
        None => rest.strip_prefix('[')?.split_once("]: ")?,
    };
    Some(FactError {
        code: code.into(),
        message: message.into(),
    })
}

/// What the book and the command line quote is what the facts state.
pub fn recordings_say_what_is_stated(suite: &Suite) -> Complaints {
    #[derive(Deserialize)]
    struct Recording {
        errors: Vec<Recorded>,
    }
    #[derive(Deserialize)]
    struct Recorded {
        code: Option<String>,
        message: String,
        spans: Vec<Place>,
    }
    #[derive(Deserialize)]
    struct Place {
        file: String,
    }
    let mut complaints = Vec::new();
    for fact in suite.refused() {
        let Some(file) = fact.recording() else {
            continue;
        };
        let Ok(json) = fs::read_to_string(suite.root.join(&file)) else {
            complaints.push(format!("{file} is missing: `cargo xtask bless` writes it"));
            continue;
        };
        let recording: Recording = match serde_json::from_str(&json) {
            Ok(recording) => recording,
            Err(error) => {
                complaints.push(format!("{file} is no recording: {error}"));
                continue;
            }
        };
        // Its lines are recorded too, where the library's source is installed.
        for span in recording.errors.iter().flat_map(|error| &error.spans) {
            if span.file.starts_with("$RUST/") {
                complaints.push(format!(
                    "{file} shows a place outside of its program: {}",
                    span.file
                ));
            }
        }
        let found: Vec<FactError> = recording
            .errors
            .into_iter()
            .map(|error| FactError {
                code: code(error.code.as_deref()),
                message: error.message,
            })
            .collect();
        complaints.extend(named(&file, differences(&fact.errors, &found)));
    }
    complaints
}

fn differences(stated: &[FactError], found: &[FactError]) -> Complaints {
    let codes = |errors: &[FactError]| {
        let codes: Vec<&str> = errors.iter().map(|error| &*error.code).collect();
        codes.join(" ")
    };
    if codes(stated) != codes(found) {
        let (found, stated) = (codes(found), codes(stated));
        return vec![format!("says {found} where {stated} is stated")];
    }
    stated
        .iter()
        .zip(found)
        .filter(|(stated, found)| shape(&stated.message) != shape(&found.message))
        .map(|(stated, found)| {
            let (found, stated) = (shape(&found.message), &stated.message);
            format!("says \"{found}\" where \"{stated}\" is stated")
        })
        .collect()
}

/// A `.stderr` is about its errors alone.
pub fn no_warnings(suite: &Suite) -> Complaints {
    each_stderr(suite, |_, text| {
        text.lines()
            .filter(|line| line.starts_with("warning"))
            .map(|line| format!("holds a warning: `{line}`"))
            .collect()
    })
}

/// A `.stderr` quotes its own program, and shows no place but in there and in
/// the crates that the harness depends on.
///
/// What quotes a learner's file would change with how they write it. A place
/// in the standard library, `$RUST/…`, comes with its line where the source of
/// the library is installed, and without it elsewhere: a case declares for
/// itself what it needs from there.
pub fn places_are_the_cases_own(suite: &Suite) -> Complaints {
    each_stderr(suite, |fact, text| {
        let own = format!("{}:", suite.own_path(fact));
        text.lines()
            .filter_map(place)
            .filter(|place| !place.starts_with(&own) && !place.starts_with("$CARGO/"))
            .map(|place| format!("shows a place outside of its program: {place}"))
            .collect()
    })
}

/// The place that a line of a diagnostic leads to.
fn place(line: &str) -> Option<&str> {
    let line = line.trim_start();
    line.strip_prefix("--> ")
        .or_else(|| line.strip_prefix("::: "))
}
