//! Each guard finds nothing to complain about, and complains about a copy of
//! the suite that is broken in just the way that it is there for.

mod accepted;
mod copy;
mod files;
mod form;
mod names;
mod stated;
mod trybuild;
mod words;

use compile_fail::facts::{Facts, Harness};
use compile_fail::guards::{self, Complaints};
use compile_fail::suite::Suite;

fn facts() -> Facts {
    Facts::open(compile_fail::root()).unwrap()
}

#[test]
fn no_guard_complains() {
    for harness in Harness::ALL {
        let suite = Suite::open(compile_fail::root(), harness).unwrap();
        let complaints: Complaints = guards::ALL.iter().flat_map(|guard| guard(&suite)).collect();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
    let complaints: Complaints = guards::OF_FACTS
        .iter()
        .flat_map(|guard| guard(&facts()))
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
