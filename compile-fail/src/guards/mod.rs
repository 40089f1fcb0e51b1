//! What keeps the suite from being green for the wrong reason.
//!
//! A guard looks at a suite and complains, a line for each thing that is
//! wrong; no complaint means that all is well. `tests/guards/` breaks a copy
//! of the suite for each of them, to see that it does complain.

mod files;
mod form;
mod stated;
mod trybuild;
mod words;

use std::fs;

use crate::facts::{Fact, Facts};
use crate::suite::Suite;

pub use files::{
    every_case_is_there, every_refused_case_has_its_stderr, nothing_is_left_in_progress,
};
pub use form::{comments_lead, lines_are_short, lines_end_in_lf};
pub use stated::{
    claims_are_a_sentence, codes_are_of_the_vocabulary, concepts_are_known,
    disagreements_are_explained, ids_are_used_once, no_case_is_lost, refused_cases_are_repaired,
    twins_compile,
};
pub use trybuild::{VARIABLES, before_trybuild, filters_pick_something, variables_are_unset};
pub use words::{
    no_warnings, places_are_the_cases_own, recordings_say_what_is_stated,
    stderrs_say_what_is_stated,
};

/// What is wrong, a line each.
pub type Complaints = Vec<String>;

/// All guards that look at files.
pub const ALL: &[fn(&Suite) -> Complaints] = &[
    every_case_is_there,
    every_refused_case_has_its_stderr,
    stderrs_say_what_is_stated,
    recordings_say_what_is_stated,
    no_warnings,
    places_are_the_cases_own,
    lines_are_short,
    lines_end_in_lf,
    comments_lead,
    nothing_is_left_in_progress,
];

/// All guards that look at what is stated.
pub const OF_FACTS: &[fn(&Facts) -> Complaints] = &[
    no_case_is_lost,
    ids_are_used_once,
    codes_are_of_the_vocabulary,
    disagreements_are_explained,
    twins_compile,
    refused_cases_are_repaired,
    claims_are_a_sentence,
    concepts_are_known,
];

/// Looks at the `.stderr` of each refused case. One that is missing is another
/// guard's complaint.
fn each_stderr(suite: &Suite, look: impl Fn(&Fact, &str) -> Complaints) -> Complaints {
    let mut complaints = Vec::new();
    for fact in suite.refused() {
        let Some(file) = fact.stderr() else {
            continue;
        };
        if let Ok(text) = fs::read_to_string(suite.root.join(&file)) {
            complaints.extend(named(&file, look(fact, &text)));
        }
    }
    complaints
}

/// Looks at each file in `cases/` whose name ends like this.
fn each_file(suite: &Suite, end: &str, look: impl Fn(&str) -> Complaints) -> Complaints {
    let mut complaints = Vec::new();
    for file in suite.files.iter().filter(|file| file.ends_with(end)) {
        match fs::read_to_string(suite.root.join(file)) {
            Ok(text) => complaints.extend(named(file, look(&text))),
            Err(error) => complaints.push(format!("{file} cannot be read: {error}")),
        }
    }
    complaints
}

fn named(file: &str, complaints: Complaints) -> impl Iterator<Item = String> {
    complaints
        .into_iter()
        .map(move |complaint| format!("{file} {complaint}"))
}
