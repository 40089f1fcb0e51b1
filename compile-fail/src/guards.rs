//! What keeps the suite from being green for the wrong reason.
//!
//! A guard looks at a suite and complains, a line for each thing that is
//! wrong; no complaint means that all is well. `tests/guards.rs` breaks a copy
//! of the suite for each of them, to see that it does complain.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;

use crate::suite::{Case, NO_CODE, Outcome, Suite};

/// What is wrong, a line each.
pub type Complaints = Vec<String>;

/// A case's lines are shorter than this, to be quoted whole in a terminal and in the book.
const COLUMNS: usize = 100;

/// All guards that look at files.
pub const ALL: &[fn(&Suite) -> Complaints] = &[
    every_case_is_listed,
    every_refused_case_has_its_stderr,
    errors_are_the_listed_ones,
    no_warnings,
    rust_src_only_where_listed,
    lines_are_short,
    lines_end_in_lf,
    comments_lead,
    nothing_is_left_in_progress,
];

/// The programs in `cases/` are those that `cases.txt` lists, and no two share an id.
///
/// This is what counts them: a pattern that matches nothing is green with
/// trybuild, and nobody misses a case that is deleted.
pub fn every_case_is_listed(suite: &Suite) -> Complaints {
    let mut complaints = Vec::new();
    let mut ids = BTreeSet::new();
    for case in &suite.cases {
        if !suite.files.contains(&case.source()) {
            complaints.push(format!("{} is listed and not there", case.source()));
        }
        if !ids.insert(case.id()) {
            complaints.push(format!("{} is listed twice", case.id()));
        }
    }
    let listed: BTreeSet<String> = suite.cases.iter().map(Case::source).collect();
    for file in suite.files.iter().filter(|file| file.ends_with(".rs")) {
        if !listed.contains(file) {
            complaints.push(format!("{file} is not listed in cases.txt"));
        }
    }
    complaints
}

/// Each refused case has its `.stderr`, and nothing else lies in `cases/`.
///
/// A `.stderr` without its program is read by nobody, and a program without
/// its `.stderr` makes trybuild write one.
pub fn every_refused_case_has_its_stderr(suite: &Suite) -> Complaints {
    let wanted: BTreeSet<String> = suite.refused().map(Case::stderr).collect();
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

/// The errors in a `.stderr` have the codes that `cases.txt` lists: mostly one.
///
/// Blessing replaces a `.stderr` whatever has become of the error. The list it
/// leaves alone.
pub fn errors_are_the_listed_ones(suite: &Suite) -> Complaints {
    each_stderr(suite, |case, text| {
        let found: Vec<&str> = text.lines().filter_map(code).collect();
        match &case.outcome {
            Outcome::Refused(listed) if *listed != found => vec![format!(
                "says {} where cases.txt lists {}",
                found.join(" "),
                listed.join(" "),
            )],
            _ => Vec::new(),
        }
    })
}

/// The code of the error whose first line this is.
fn code(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("error")?;
    if rest.starts_with(": ") {
        return Some(NO_CODE);
    }
    let (code, _) = rest.strip_prefix('[')?.split_once("]: ")?;
    Some(code)
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

/// `$RUST/…`, a place in the standard library, occurs just where `cases.txt` says so.
///
/// What the compiler shows of such a place depends on whether the standard
/// library's source is installed.
pub fn rust_src_only_where_listed(suite: &Suite) -> Complaints {
    each_stderr(suite, |case, text| {
        match (case.shows_rust_src, text.contains("$RUST")) {
            (false, true) => vec!["shows a place in the standard library".into()],
            (true, false) => vec!["is listed with `$RUST` and shows none".into()],
            _ => Vec::new(),
        }
    })
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
    if suite.folder.join("wip").exists() {
        vec!["wip/ is left from a case without its .stderr: read it, then remove it".into()]
    } else {
        Vec::new()
    }
}

/// With `TRYBUILD=overwrite` every `.stderr` agrees with the compiler, because
/// it has just been replaced.
pub fn trybuild_is_unset(value: Option<&OsStr>) -> Complaints {
    let Some(value) = value else {
        return Vec::new();
    };
    vec![format!(
        "TRYBUILD={} is set, so nothing would be checked. To replace what is expected: \
         cargo run -p compile-fail --example bless",
        value.to_string_lossy(),
    )]
}

/// Each `trybuild=…` among the arguments picks at least one refused case.
pub fn filters_pick_something(suite: &Suite, arguments: &[String]) -> Complaints {
    arguments
        .iter()
        .filter_map(|argument| argument.strip_prefix("trybuild="))
        .filter(|part| !suite.refused().any(|case| case.source().contains(part)))
        .map(|part| format!("trybuild={part} picks no refused case"))
        .collect()
}

/// Looks at the `.stderr` of each refused case. One that is missing is another
/// guard's complaint.
fn each_stderr(suite: &Suite, look: impl Fn(&Case, &str) -> Complaints) -> Complaints {
    let mut complaints = Vec::new();
    for case in suite.refused() {
        if let Ok(text) = fs::read_to_string(suite.folder.join(case.stderr())) {
            complaints.extend(named(&case.stderr(), look(case, &text)));
        }
    }
    complaints
}

/// Looks at each file in `cases/` whose name ends like this.
fn each_file(suite: &Suite, end: &str, look: impl Fn(&str) -> Complaints) -> Complaints {
    let mut complaints = Vec::new();
    for file in suite.files.iter().filter(|file| file.ends_with(end)) {
        match fs::read_to_string(suite.folder.join(file)) {
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
