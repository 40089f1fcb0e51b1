//! The compiler refuses each refused case with exactly the words in its `.stderr`.

use std::env;
use std::path::Path;

use compile_fail::guards;
use compile_fail::suite::Suite;

#[test]
fn refused_in_exactly_these_words() {
    let suite = Suite::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let arguments: Vec<String> = env::args().collect();

    // Before anything is run or written, as trybuild would let all of these pass.
    let mut complaints = guards::trybuild_is_unset(env::var_os("TRYBUILD").as_deref());
    complaints.extend(guards::every_case_is_listed(&suite));
    complaints.extend(guards::every_refused_case_has_its_stderr(&suite));
    complaints.extend(guards::filters_pick_something(&suite, &arguments));
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));

    // Refusals only: with one `pass` among them trybuild would build the cases
    // one by one.
    let tests = trybuild::TestCases::new();
    for case in suite.refused() {
        tests.compile_fail(case.source());
    }
}
