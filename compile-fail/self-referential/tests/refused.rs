//! The compiler refuses each refused case with exactly the words in its `.stderr`.

use std::env;

use compile_fail::facts::Harness;
use compile_fail::guards;
use compile_fail::suite::Suite;

#[test]
fn refused_in_exactly_these_words() {
    let suite = Suite::open(compile_fail::root(), Harness::SelfReferential).unwrap();
    let arguments: Vec<String> = env::args().collect();
    let complaints = guards::before_trybuild(&suite, &arguments, |name| env::var_os(name));
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));

    // Refusals only: with one `pass` among them trybuild would build the cases
    // one by one.
    let tests = trybuild::TestCases::new();
    for fact in suite.refused() {
        tests.compile_fail(suite.own_path(fact));
    }
}
