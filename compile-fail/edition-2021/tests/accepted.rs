//! The compiler accepts each accepted case, without a warning.

use std::path::Path;

use compile_fail::accepted;
use compile_fail::facts::Harness;
use compile_fail::suite::Suite;

#[test]
fn accepted_without_a_word() {
    let suite = Suite::open(compile_fail::root(), Harness::Edition2021).unwrap();
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("accepted-edition-2021");
    if let Err(words) = accepted::compile(&suite, &scratch) {
        panic!("{words}");
    }
}
