//! Guards of what files there are: each case has its own, and no other lies about.

use std::collections::BTreeSet;

use super::Complaints;
use crate::facts::Fact;
use crate::suite::Suite;

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

/// No `wip/`, where trybuild puts the `.stderr` of a case that has none.
pub fn nothing_is_left_in_progress(suite: &Suite) -> Complaints {
    if suite.folder().join("wip").exists() {
        vec!["wip/ is left from a case without its .stderr: read it, then remove it".into()]
    } else {
        Vec::new()
    }
}
