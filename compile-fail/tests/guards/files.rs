//! What files there are.

use compile_fail::facts::Harness;
use compile_fail::guards;
use compile_fail::suite::Suite;

use crate::copy::{ACCEPTED, Copy, REFUSED, STDERR, complaints};

#[test]
fn a_deleted_case_is_missed() {
    let found = complaints("deleted", guards::every_case_is_there, |copy| {
        copy.remove(REFUSED);
        copy.remove(ACCEPTED);
    });
    assert_eq!(
        found,
        [
            format!("{ACCEPTED} is stated and not there"),
            format!("{REFUSED} is stated and not there"),
        ],
    );
}

#[test]
fn a_case_of_which_nothing_is_stated_is_found() {
    let new = "cases/part-9/p9-new.rs";
    let found = complaints("unstated", guards::every_case_is_there, |copy| {
        copy.write(new, "// New.\nfn main() {}\n");
    });
    assert_eq!(found, [format!("{new} is there and not stated")]);
}

#[test]
fn what_editors_and_file_managers_leave_is_no_case() {
    let found = complaints("left-behind", guards::every_case_is_there, |copy| {
        copy.write("cases/.DS_Store", [0xff, 0]);
        copy.write("cases/part-1/.p1-take-reborrow.rs.swp", "");
    });
    assert_eq!(found, guards::Complaints::new());
}

#[test]
fn a_case_is_kept_where_its_outcome_says() {
    let found = complaints("misplaced", guards::every_case_is_there, |copy| {
        let misplaced = "cases/part-1/p1-take-shared.rs";
        copy.write(misplaced, copy.read(ACCEPTED));
        copy.remove(ACCEPTED);
    });
    assert_eq!(
        found,
        [
            format!("{ACCEPTED} is stated and not there"),
            "cases/part-1/p1-take-shared.rs is there and not stated".into(),
        ],
    );
}

#[test]
fn no_facts_are_no_suite() {
    let copy = Copy::new("empty");
    copy.write(
        "facts/index.toml",
        "[[document]]\nid = \"part-9\"\ntitle = \"Nothing\"\n\n[[concept]]\nid = \"none\"\ntitle = \"\"\n",
    );
    copy.write("facts/part-9.toml", "case = []\n");
    let open = || Suite::open(&copy.0, Harness::Plain).unwrap_err();
    assert_eq!(open(), "Plain has no refused case");
    let stated = "[[case]]\nid = \"p9-new\"\nsection = \"\"\nconcept = \"none\"\nsource = \"code\"\n\
                  claim = \"A claim.\"\ndocumented = \"fails\"\n";
    let error = "errors = [{ code = \"no-code\", message = \"new\" }]\n";
    copy.write("facts/part-9.toml", format!("{stated}{error}"));
    assert_eq!(open(), "Plain has no accepted case");

    copy.write(
        "facts/part-9.toml",
        format!("{stated}{error}tiwn = \"p9-old\"\n"),
    );
    let why = open();
    assert!(
        why.starts_with("facts/part-9.toml: TOML parse error at line 9"),
        "{why}"
    );
    assert!(why.contains("unknown field `tiwn`"), "{why}");
    copy.remove("facts/part-9.toml");
    assert!(open().starts_with("facts/part-9.toml cannot be read: "));
}

#[test]
fn a_refused_case_needs_its_stderr() {
    let found = complaints("pairs", guards::every_refused_case_has_its_stderr, |copy| {
        copy.remove(STDERR);
    });
    assert_eq!(found, [format!("{STDERR} is missing")]);
}

#[test]
fn a_stderr_needs_its_refused_case() {
    let orphan = "cases/part-1/p1-gone.stderr";
    let beside_accepted = "cases/part-1/accepted/p1-take-shared.stderr";
    let found = complaints(
        "orphans",
        guards::every_refused_case_has_its_stderr,
        |copy| {
            copy.write(orphan, "error: gone\n");
            copy.write(beside_accepted, "error: this compiles\n");
        },
    );
    assert_eq!(
        found,
        [
            format!("{beside_accepted} belongs to no refused case"),
            format!("{orphan} belongs to no refused case"),
        ],
    );
}

#[test]
fn work_in_progress_is_found() {
    let found = complaints("wip", guards::nothing_is_left_in_progress, |copy| {
        copy.write("wip/p1-new.stderr", "error: new\n");
    });
    assert_eq!(
        found,
        ["wip/ is left from a case without its .stderr: read it, then remove it"]
    );
}
