//! What keeps the suite from being green for the wrong reason.
//!
//! A guard looks at a suite and complains, a line for each thing that is
//! wrong; no complaint means that all is well. `tests/guards.rs` breaks a copy
//! of the suite for each of them, to see that it does complain.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;

use serde::Deserialize;

use crate::facts::{Fact, FactError, Facts, LINT, NO_CODE, Outcome, Source};
use crate::facts::{code, is_error_code, shape};
use crate::suite::Suite;

/// What is wrong, a line each.
pub type Complaints = Vec<String>;

/// A case's lines are shorter than this, to be quoted whole in a terminal and in the book.
const COLUMNS: usize = 100;

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

/// The programs in `cases/` are those that the facts are about.
///
/// This is what counts them: a pattern that matches nothing is green with
/// trybuild, and nobody misses a case that is deleted.
pub fn every_case_is_there(suite: &Suite) -> Complaints {
    let stated: BTreeSet<String> = suite.cases.iter().map(Fact::program).collect();
    let missing = stated
        .iter()
        .filter(|program| !suite.files.contains(program))
        .map(|program| format!("{program} is stated and not there"));
    let strays = suite
        .files
        .iter()
        .filter(|file| file.ends_with(".rs") && !stated.contains(*file))
        .map(|file| format!("{file} is there and not stated"));
    missing.chain(strays).collect()
}

/// Each refused case has its `.stderr`, and nothing else lies in `cases/`.
///
/// A `.stderr` without its program is read by nobody, and a program without
/// its `.stderr` makes trybuild write one.
pub fn every_refused_case_has_its_stderr(suite: &Suite) -> Complaints {
    let wanted: BTreeSet<String> = suite.cases.iter().filter_map(Fact::stderr).collect();
    let missing = wanted
        .iter()
        .filter(|stderr| !suite.files.contains(stderr))
        .map(|stderr| format!("{stderr} is missing"));
    let orphans = suite
        .files
        .iter()
        .filter(|file| !file.ends_with(".rs") && !wanted.contains(*file))
        .map(|file| format!("{file} belongs to no refused case"));
    missing.chain(orphans).collect()
}

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

/// No program has a line of 100 columns or more.
pub fn lines_are_short(suite: &Suite) -> Complaints {
    each_file(suite, ".rs", |text| {
        text.lines()
            .enumerate()
            .filter(|(_, line)| line.chars().count() >= COLUMNS)
            .map(|(index, _)| format!("line {} is too long", index + 1))
            .collect()
    })
}

/// Lines end in LF on every platform, the last one too.
pub fn lines_end_in_lf(suite: &Suite) -> Complaints {
    each_file(suite, "", |text| {
        let mut complaints = Vec::new();
        if text.contains('\r') {
            complaints.push("holds a carriage return".into());
        }
        if !text.ends_with('\n') {
            complaints.push("does not end with a line feed".into());
        }
        complaints
    })
}

/// A program begins with one to three lines of comment, which say what it
/// claims and why the compiler answers as it does.
pub fn comments_lead(suite: &Suite) -> Complaints {
    each_file(suite, ".rs", |text| {
        let comments = text.lines().take_while(|line| line.starts_with("// "));
        match comments.count() {
            1..=3 => Vec::new(),
            n => vec![format!("begins with {n} lines of comment, not 1 to 3")],
        }
    })
}

/// No `wip/`, where trybuild puts the `.stderr` of a case that has none.
pub fn nothing_is_left_in_progress(suite: &Suite) -> Complaints {
    if suite.folder().join("wip").exists() {
        vec!["wip/ is left from a case without its .stderr: read it, then remove it".into()]
    } else {
        Vec::new()
    }
}

/// Variables that would decide what the compiler says.
///
/// With `TRYBUILD=overwrite` every `.stderr` agrees with the compiler, because
/// it has just been replaced; `RUSTC_BOOTSTRAP` turns features on; the other
/// two replace the flags that trybuild gives the compiler. (`RUSTFLAGS` it
/// ignores.)
pub const VARIABLES: [&str; 4] = [
    "TRYBUILD",
    "RUSTC_BOOTSTRAP",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
];

/// None of [`VARIABLES`] is set. `value` looks them up.
pub fn variables_are_unset(value: impl Fn(&str) -> Option<OsString>) -> Complaints {
    let complain = |name: &str| {
        let value = value(name)?;
        let mut complaint = format!(
            "{name}={} is set, so nothing would be proved",
            value.to_string_lossy()
        );
        if name == "TRYBUILD" {
            complaint += ". To replace what is expected: \
                          cargo run -p compile-fail --example bless";
        }
        Some(complaint)
    };
    VARIABLES.into_iter().filter_map(complain).collect()
}

/// What has to be in order before trybuild runs or writes anything, as it would
/// let all of it pass.
pub fn before_trybuild(
    suite: &Suite,
    arguments: &[String],
    value: impl Fn(&str) -> Option<OsString>,
) -> Complaints {
    let mut complaints = variables_are_unset(value);
    complaints.extend(every_case_is_there(suite));
    complaints.extend(every_refused_case_has_its_stderr(suite));
    complaints.extend(filters_pick_something(suite, arguments));
    complaints
}

/// Each `trybuild=…` among the arguments picks at least one refused case.
pub fn filters_pick_something(suite: &Suite, arguments: &[String]) -> Complaints {
    arguments
        .iter()
        .filter_map(|argument| argument.strip_prefix("trybuild="))
        .filter(|part| {
            !suite
                .refused()
                .any(|fact| suite.own_path(fact).contains(part))
        })
        .map(|part| format!("trybuild={part} picks no refused case"))
        .collect()
}

/// For each document how many of its cases the compiler refuses, and how many
/// it accepts though the document says otherwise. The documents do not change.
const DOCUMENTED: [(&str, usize, usize); 5] = [
    ("part-1", 12, 0),
    ("part-2", 0, 0),
    ("part-3", 38, 1),
    ("learning-rust", 272, 9),
    ("self-referential", 25, 0),
];

/// Every error that the documents describe is stated.
///
/// Who deletes a case and its files, and what is stated of it, leaves nothing
/// that would be missed but a number.
pub fn no_case_is_lost(facts: &Facts) -> Complaints {
    let mut complaints = Vec::new();
    for (id, refused, against) in DOCUMENTED {
        let cases = facts.cases().filter(|fact| fact.document == id);
        let documented: Vec<&Fact> = cases.filter(|fact| fact.documented.is_some()).collect();
        let count = |is: fn(&Fact) -> bool| documented.iter().filter(|fact| is(fact)).count();
        let found = count(Fact::is_refused);
        if found != refused {
            complaints.push(format!("{id} has {found} refused cases, not {refused}"));
        }
        let found = count(|fact| !fact.is_refused() && fact.documented == Some(Outcome::Fails));
        if found != against {
            complaints.push(format!(
                "{id} has {found} cases accepted against it, not {against}"
            ));
        }
    }
    complaints
}

/// An id is for one case, one document, one concept.
pub fn ids_are_used_once(facts: &Facts) -> Complaints {
    let cases = facts.cases().map(|fact| &fact.id);
    let documents = facts.documents.iter().map(|document| &document.id);
    let concepts = facts.concepts.iter().map(|concept| &concept.id);
    let mut used = BTreeSet::new();
    cases
        .chain(documents)
        .chain(concepts)
        .filter(|id| !used.insert(*id))
        .map(|id| format!("{id} is used twice"))
        .collect()
}

/// A code is `E` with four digits, `no-code`, or `lint:` with a name.
pub fn codes_are_of_the_vocabulary(facts: &Facts) -> Complaints {
    let is_name =
        |lint: &str| !lint.is_empty() && lint.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_known = |code: &str| {
        code == NO_CODE || is_error_code(code) || code.strip_prefix(LINT).is_some_and(is_name)
    };
    each_fact(facts, |fact| {
        let elsewhere = fact.edition_2021.iter().flat_map(|other| &other.errors);
        fact.errors
            .iter()
            .chain(elsewhere)
            .filter(|error| !is_known(&error.code))
            .map(|error| format!("has the code `{}`, which is none", error.code))
            .collect()
    })
}

/// Where the document and the compiler disagree on the outcome, it is said why;
/// and what is ours no document speaks of.
pub fn disagreements_are_explained(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        let ours = fact.source == Source::Ours;
        let mut complaints = Vec::new();
        if fact.documented.is_some_and(|said| said != fact.outcome()) && fact.drift.is_none() {
            complaints.push("disagrees with its document, without a `drift`".into());
        }
        if ours && fact.documented.is_some() {
            complaints.push("is ours, and `documented`".into());
        }
        if !ours && fact.documented.is_none() {
            complaints.push("is neither ours nor `documented`".into());
        }
        complaints
    })
}

/// What repairs a refused case is an accepted one.
pub fn twins_compile(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        let Some(id) = &fact.repaired_by else {
            return Vec::new();
        };
        let mut complaints = Vec::new();
        let elsewhere = fact.edition_2021.as_ref();
        if !fact.is_refused() && elsewhere.is_none_or(|other| other.errors.is_empty()) {
            complaints.push("compiles, and has a repair".into());
        }
        match facts.case(id).map(Fact::outcome) {
            Some(Outcome::Compiles) => {}
            Some(Outcome::Fails) => complaints.push(format!("is repaired by {id}, which fails")),
            None => complaints.push(format!("is repaired by {id}, which there is not")),
        }
        complaints
    })
}

/// Each refused case has a repair: an error is only half of what there is to learn.
pub fn refused_cases_are_repaired(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        if fact.is_refused() && fact.repaired_by.is_none() {
            vec!["is refused, and has no repair".into()]
        } else {
            Vec::new()
        }
    })
}

/// A claim is one line and ends like a sentence.
pub fn claims_are_a_sentence(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        let claim = &fact.claim;
        let starts = claim.starts_with(|c: char| c.is_uppercase() || c == '`' || c == '*');
        if starts && claim.ends_with('.') && !claim.contains('\n') {
            Vec::new()
        } else {
            vec![format!("claims what is no sentence: {claim:?}")]
        }
    })
}

/// A case is about a concept that is listed, and each concept has a case.
pub fn concepts_are_known(facts: &Facts) -> Complaints {
    let mut complaints = each_fact(facts, |fact| match facts.concept(&fact.concept) {
        Some(_) => Vec::new(),
        None => vec![format!("is about `{}`, which is not listed", fact.concept)],
    });
    for concept in &facts.concepts {
        if !facts.cases().any(|fact| fact.concept == concept.id) {
            complaints.push(format!("no case is about `{}`", concept.id));
        }
    }
    complaints
}

fn each_fact(facts: &Facts, look: impl Fn(&Fact) -> Complaints) -> Complaints {
    facts
        .cases()
        .flat_map(|fact| named(&fact.id, look(fact)).collect::<Complaints>())
        .collect()
}

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
