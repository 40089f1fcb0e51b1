//! How the files are written.

use std::fs;

use compile_fail::guards::{self, Complaints};

use crate::copy::{ACCEPTED, REFUSED, STDERR, complaints};

#[test]
fn a_long_line_is_found() {
    let found = complaints("long", guards::lines_are_short, |copy| {
        copy.append(REFUSED, &format!("//{}\n", "-".repeat(97)));
        assert_eq!(guards::lines_are_short(&copy.suite()), Complaints::new());
        copy.append(ACCEPTED, &format!("//{}\n", "-".repeat(98)));
    });
    let last = fs::read_to_string(compile_fail::root().join(ACCEPTED)).unwrap();
    let line = last.lines().count() + 1;
    assert_eq!(found, [format!("{ACCEPTED} line {line} is too long")]);
}

#[test]
fn a_carriage_return_is_found() {
    let found = complaints("crlf", guards::lines_end_in_lf, |copy| {
        copy.replace(STDERR, "\n", "\r\n");
        copy.append(REFUSED, "// cut short");
    });
    assert_eq!(
        found,
        [
            format!("{REFUSED} does not end with a line feed"),
            format!("{STDERR} holds a carriage return"),
        ],
    );
}

#[test]
fn a_case_says_what_it_is_about() {
    let found = complaints("comments", guards::comments_lead, |copy| {
        copy.write(REFUSED, "fn main() {}\n");
        copy.write(ACCEPTED, "// One.\n// Two.\n// Three.\n// Four.\n");
    });
    assert_eq!(
        found,
        [
            format!("{ACCEPTED} begins with 4 lines of comment, not 1 to 3"),
            format!("{REFUSED} begins with 0 lines of comment, not 1 to 3"),
        ],
    );
}
