//! How trybuild is run.

use std::ffi::OsString;

use compile_fail::facts::Harness;
use compile_fail::guards::{self, Complaints};
use compile_fail::suite::Suite;

use crate::copy::{Copy, REFUSED};

#[test]
fn a_variable_that_decides_the_answer_is_refused() {
    assert_eq!(guards::variables_are_unset(|_| None), Complaints::new());
    for name in guards::VARIABLES {
        for value in ["overwrite", "1", ""] {
            let found =
                guards::variables_are_unset(|asked| (asked == name).then(|| OsString::from(value)));
            assert_eq!(found.len(), 1);
            assert!(found[0].starts_with(&format!("{name}={value} is set")));
        }
    }
}

#[test]
fn nothing_is_compiled_before_all_is_in_order() {
    let copy = Copy::new("before");
    copy.remove(REFUSED);
    copy.remove("cases/part-1/p1-take-twice-frozen.stderr");
    let arguments = ["trybuild=p1-tkae".to_owned()];
    let value = |name: &str| (name == "TRYBUILD").then(|| OsString::from("overwrite"));
    let found = guards::before_trybuild(&copy.suite(), &arguments, value);
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn a_filter_picks_something() {
    let suite = Suite::open(compile_fail::root(), Harness::Plain).unwrap();
    let picks = |arguments: &[&str]| {
        let arguments: Vec<String> = arguments.iter().map(|&word| word.into()).collect();
        guards::filters_pick_something(&suite, &arguments)
    };
    assert_eq!(picks(&["refused", "trybuild=p1-take"]), Complaints::new());
    assert_eq!(
        picks(&["trybuild=p1-take", "trybuild=p1-tkae"]),
        ["trybuild=p1-tkae picks no refused case"]
    );
    // An accepted case is none of trybuild's.
    assert_eq!(
        picks(&["trybuild=p1-mem-take-fix"]),
        ["trybuild=p1-mem-take-fix picks no refused case"]
    );
}
