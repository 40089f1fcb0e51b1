//! The accepted cases, which no guard looks at but the compiler itself.

use compile_fail::accepted;

use crate::copy::{ACCEPTED, Copy};

#[test]
fn an_accepted_case_that_is_refused_or_warned_of_is_found() {
    let copy = Copy::new("accepted");
    let mut suite = copy.suite();
    suite.cases.retain(|fact| fact.program() == ACCEPTED);
    // A scratch folder for each time: cargo compares times, and not every file
    // system keeps them finely enough to tell that a program has just changed.
    let compile = |scratch| accepted::compile(&suite, &copy.0.join(scratch));
    assert_eq!(compile("as-it-is"), Ok(()));

    copy.replace(ACCEPTED, "[u8],", "mut [u8],");
    let words = compile("refused").unwrap_err();
    assert!(
        words.contains("lifetime may not live long enough"),
        "{words}"
    );

    copy.write(
        ACCEPTED,
        "// A warning.\nfn main() {\n    let unused = 1;\n}\n",
    );
    let words = compile("warned-of").unwrap_err();
    assert!(words.contains("unused variable: `unused`"), "{words}");
}
