//! Guards of how trybuild is run: what would let all of it pass.

use std::ffi::OsString;

use super::{Complaints, every_case_is_there, every_refused_case_has_its_stderr};
use crate::suite::Suite;

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
