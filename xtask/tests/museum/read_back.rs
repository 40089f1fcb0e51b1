//! What the compiler and cargo print is read back.

use std::collections::BTreeSet;

use xtask::museum::facts;
use xtask::museum::nearest::nearest;
use xtask::museum::rendered;
use xtask::museum::search::{self, Found};
use xtask::recording::RecordedError;

use crate::{bare, workshop};

#[test]
fn what_the_compiler_shows_can_be_read_back() {
    let (_, museum) = workshop();
    let said = |error: &RecordedError| {
        let places = error.spans.iter();
        let labels = places.filter_map(|span| Some((span.primary, span.label.clone()?)));
        labels.collect::<BTreeSet<_>>()
    };
    let (mut read, mut all) = (0, 0);
    for case in museum.facts.cases().filter(|case| case.is_refused()) {
        for error in museum.recording(case).unwrap().unwrap().errors {
            let text = bare(&error.rendered);
            let (headline, below) = rendered::first_error(&text).unwrap();
            let found = rendered::parse(headline, &below).unwrap();
            let message = error.message.lines().next().unwrap();
            assert_eq!(found.message, message, "{}", case.id);
            if facts::is_error_code(error.code.as_deref().unwrap_or_default()) {
                assert_eq!(found.code, error.code, "{}", case.id);
            }
            all += 1;
            if said(&found) == said(&error) {
                read += 1;
            }
        }
    }
    // Where two labels begin in one column, it is not seen which is the error's own.
    assert!(read * 100 >= all * 95, "{read} of {all}");
}

#[test]
fn what_cargo_prints_is_searched_for_its_first_error() {
    let (_, museum) = workshop();
    let cargo = |errors: &str| {
        format!(
            "    Checking reader v0.1.0 (/home/me/workshop/exercises/tls/01-reader)\n\
             warning: unused variable: `n`\n --> src/lib.rs:3:9\n  |\n3 |     let n = 1;\n  |         ^\n\n\
             {errors}\n\
             Some errors have detailed explanations: E0499, E0502.\n\
             For more information about an error, try `rustc --explain E0499`.\n\
             error: could not compile `reader` (lib) due to 2 previous errors\n"
        )
    };
    let (mut first, mut all) = (0, 0);
    for case in museum
        .facts
        .cases()
        .filter(|case| case.is_refused())
        .step_by(3)
    {
        let errors = museum.recording(case).unwrap().unwrap().errors;
        let error = errors.first().unwrap();
        let shown: Vec<String> = errors.iter().map(|error| bare(&error.rendered)).collect();
        let found = match search::find(&museum, &cargo(&shown.concat())).unwrap() {
            Found::Case(found) => vec![found],
            Found::Code(_, found) | Found::Text(_, found) => found,
            Found::Concept(concept, _) => panic!("{}: {concept:?}", case.id),
        };
        assert!(found.contains(&case), "{}", case.id);
        if let Some(like) = nearest(&museum, error).unwrap() {
            all += 1;
            first += usize::from(found[0].id == like.id);
        }
    }
    // Of a place of several lines only the last can be read.
    assert!(all > 80 && first * 100 >= all * 85, "{first} of {all}");
}
