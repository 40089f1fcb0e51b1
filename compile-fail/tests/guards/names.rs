//! How facts are compared, and where their files are.

use compile_fail::facts::{FactError, code, shape};

use crate::facts;

#[test]
fn what_names_call_differently_has_one_shape() {
    assert_eq!(
        shape("cannot borrow `a` as mutable"),
        shape("cannot borrow `*b.c` as mutable")
    );
    assert_ne!(
        shape("cannot borrow `a` as mutable"),
        shape("cannot borrow `a` as immutable")
    );
    assert_eq!(shape("one line\nand another"), "one line");
    assert_eq!(shape("`a` and `b`"), "`…` and `…`");
}

#[test]
fn an_error_has_one_name_everywhere() {
    assert_eq!(code(None), "no-code");
    assert_eq!(code(Some("E0499")), "E0499");
    assert_eq!(code(Some("unused_mut")), "lint:unused_mut");
}

#[test]
fn a_fact_in_edition_2021_has_files_of_its_own() {
    let facts = facts();
    let refused = "lr-rpit-returns-borrow-2021";
    let today = facts.case(refused).unwrap();
    assert_eq!(
        today.program(),
        "cases/learning-rust/accepted/lr-rpit-returns-borrow-2021.rs"
    );
    assert_eq!((today.stderr(), today.recording()), (None, None));
    let then = facts
        .in_edition_2021()
        .find(|fact| fact.id == refused)
        .unwrap();
    let error = FactError {
        code: "E0700".into(),
        message: then.errors[0].message.clone(),
    };
    assert_eq!(then.errors, [error]);
    assert_eq!(
        then.program(),
        "edition-2021/cases/lr-rpit-returns-borrow-2021.rs"
    );
    assert_eq!(
        then.recording().unwrap(),
        "recorded/edition-2021/lr-rpit-returns-borrow-2021.json"
    );
}
