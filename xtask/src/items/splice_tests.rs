use super::*;
use crate::items::ownership::tests::steps;

const BASE: &str = "\
//! The file.
#![allow(dead_code)]
use std::fmt;

/// A reader.
struct Reader<'a>(&'a [u8]); // stays

impl<'a> Reader<'a> {
    /// Takes.
    fn take(&mut self) -> u8 { 1 }

    fn rest(&self) -> u8 { 2 }
}

impl fmt::Debug for Reader<'_> {}

fn free() {}
";

#[track_caller]
fn overlaid(with: &str, expected: &[(&str, &str)]) {
    let result = overlay(BASE, with).unwrap();
    let mut wanted = BASE.to_owned();
    for (from, to) in expected {
        assert!(wanted.contains(from), "{from}");
        wanted = wanted.replacen(from, to, 1);
    }
    assert_eq!(result, wanted);
}

#[test]
fn a_function_is_replaced_with_its_docs() {
    overlaid(
        "impl<'a> Reader<'a> {\n    /// Copies.\n    #[inline]\n    fn take() { 3 }\n}",
        &[(
            "/// Takes.\n    fn take(&mut self) -> u8 { 1 }",
            "/// Copies.\n    #[inline]\n    fn take() { 3 }",
        )],
    );
}

#[test]
fn a_new_function_goes_to_the_end_of_the_impl() {
    overlaid(
        "impl<'a> Reader<'a> { fn more() {} }",
        &[("{ 2 }\n}", "{ 2 }\n\n    fn more() {}\n}")],
    );
}

#[test]
fn whole_items_are_replaced_or_appended() {
    overlaid(
        "fn free() { 4 }\nstruct New;\nimpl New { fn f() {} }",
        &[(
            "fn free() {}\n",
            "fn free() { 4 }\n\nstruct New;\n\nimpl New {\n    fn f() {}\n}\n",
        )],
    );
    overlaid(
        "impl fmt::Debug for Reader<'_> { fn fmt() {} }",
        &[(
            "impl fmt::Debug for Reader<'_> {}",
            "impl fmt::Debug for Reader<'_> { fn fmt() {} }",
        )],
    );
}

#[test]
fn imports_are_added_once() {
    overlaid(
        "use std::fmt;\nuse std::mem;\nfn free() { 5 }",
        &[
            ("use std::fmt;", "use std::mem;\nuse std::fmt;"),
            ("fn free() {}", "fn free() { 5 }"),
        ],
    );
}

#[test]
fn a_whole_file_replaces_the_file() {
    let whole = "// whole file\nfn other() {}\n";
    assert_eq!(overlay(BASE, whole).unwrap(), whole);
}

#[test]
fn two_impls_of_one_path_are_told_apart() {
    let base = "impl From<A> for E { fn from() { 1 } }\nimpl From<B> for E { fn from() { 2 } }";
    let with = "impl From<B> for E { fn from() { 3 } }";
    assert_eq!(overlay(base, with).unwrap(), base.replace('2', "3"));
}

const STARTER: &str = "\
use std::fmt;
struct Payload(Vec<u8>);
impl Payload {
    fn read() { todo!(\"1\") }
    fn write() { todo!(\"2\") }
}
impl Codec for Payload { fn read() { todo!(\"1\") } fn encode() { todo!(\"2\") } }
fn scaffold() {}
fn untouched() {}
";

const SOLUTION: &str = "\
use std::mem;
use crate::list::List;
struct Payload<'a>(&'a [u8]);
impl<'a> Payload<'a> {
    fn read() { 1 }
    fn helped() { 1 }
    fn write() { 2 }
}
impl<'a> Codec<'a> for Payload<'a> { fn read() { 1 } fn encode() { List } }
impl Payload<'_> { fn late() { 2 } }
fn untouched() {}
struct New;
";

#[test]
fn a_stage_has_the_earlier_steps_solved() {
    let steps = steps(&[
        &["Payload", "<Payload as Codec>", "scaffold", "New"],
        &[
            "Payload::write",
            "Payload::late",
            "<Payload as Codec>::encode",
        ],
    ]);
    let at = |stage_number| stage(&steps, stage_number, "lib.rs", STARTER, SOLUTION).unwrap();

    assert_eq!(at(1), STARTER);

    let second = at(2);
    for there in [
        "struct Payload<'a>(&'a [u8]);",
        "fn read() { 1 }\n",
        "fn helped() { 1 }",
        "impl<'a> Codec<'a> for Payload<'a> { fn read() { 1 } fn encode() { todo!(\"2\") } }",
        "fn write() { todo!(\"2\") }",
        "struct New;",
        "use std::mem;",
    ] {
        assert!(second.contains(there), "{there} is missing in:\n{second}");
    }
    for gone in ["scaffold", "late", "todo!(\"1\")", "List"] {
        assert!(!second.contains(gone), "{gone} is still in:\n{second}");
    }

    let third = at(3);
    assert!(!third.contains("todo!"), "{third}");
    assert!(third.contains("fn late() { 2 }"), "{third}");
    assert!(third.contains("use crate::list::List;"), "{third}");
}

#[test]
fn a_stage_keeps_what_no_step_owns() {
    let steps = steps(&[&["nothing"]]);
    let staged = stage(&steps, 2, "lib.rs", BASE, "fn free() { 9 }\nfn more() {}").unwrap();
    assert_eq!(staged, BASE);
}
