//! What is found by words and by messages, and what is said when nothing is.

use std::collections::BTreeMap;

use xtask::museum::search::{self, Found};
use xtask::museum::{Fact, codes, facts};

use crate::workshop;

#[test]
fn words_are_found_wherever_they_stand() {
    let (_, museum) = workshop();
    for words in [
        "does not live long enough",
        "split_at_mut",
        "SPLIT_AT_MUT",
        "mem::take",
        "E0499 discard",
        "reborrow e0502",
        // A label of the compiler's.
        "borrow later used here",
    ] {
        let found = search::find(&museum, words).unwrap();
        let Found::Text(_, cases) = found else {
            panic!("{words}: {found:?}");
        };
        assert!(cases.len() > 1, "{words}");
    }
}

#[test]
fn a_case_is_found_by_what_it_claims() {
    let (_, museum) = workshop();
    let cases: Vec<_> = museum.facts.cases().collect();
    for case in cases.iter().step_by(50) {
        let found = match search::find(&museum, &case.claim) {
            Ok(Found::Case(found)) => vec![found],
            Ok(Found::Text(_, found)) => found,
            other => panic!("{}: {other:?}", case.claim),
        };
        assert!(found.contains(case), "{}", case.claim);
    }
}

#[test]
fn only_what_may_be_a_slip_is_offered_instead() {
    let (_, museum) = workshop();
    for (subject, offered) in [
        ("reborow", Some("`reborrow`")),
        ("ouroboross", Some("`ouroboros`")),
        // Nearly every number is a code of the compiler's: to offer another is a guess.
        ("E0489", None),
        ("E0713", None),
        (
            "error[E0713]: borrow may still be in use when destructor runs",
            None,
        ),
        ("E9999", None),
        ("zebra", None),
    ] {
        let words = search::find(&museum, subject).unwrap_err().to_string();
        let offer = offered.map(|offered| format!("did you mean {offered}?"));
        match offer {
            Some(offer) => assert!(words.contains(&offer), "{words}"),
            None => assert!(!words.contains("did you mean"), "{words}"),
        }
    }
}

#[test]
fn a_code_that_is_not_here_is_left_to_the_compiler() {
    let (_, museum) = workshop();
    for subject in [
        "E0713",
        "error[E0713]: borrow may still be in use",
        "E0713 loop",
    ] {
        let words = search::find(&museum, subject).unwrap_err().to_string();
        for part in ["no error with the code E0713", "rustc --explain E0713"] {
            assert!(words.contains(part), "{subject}: {words}");
        }
    }
}

#[test]
fn a_message_is_found_whatever_the_names_in_it_are() {
    let (_, museum) = workshop();
    for (message, code) in [
        (
            "cannot borrow `*reader` as mutable more than once at a time",
            "E0499",
        ),
        ("`reader` does not live long enough", "E0597"),
        (
            "error[E0597]: `reader` does not live long enough\n --> src/main.rs:7:8",
            "E0597",
        ),
        (
            "cannot move out of 'reader' because it is borrowed",
            "E0505",
        ),
        (
            "error[E0499]: cannot borrow `x` as mutable more than once at a time",
            "E0499",
        ),
        ("error[E0499]: cannot borrow `x` as mutable ...", "E0499"),
        ("error: lifetime may not live long enough", "no-code"),
    ] {
        let Ok(Found::Text(_, cases)) = search::find(&museum, message) else {
            panic!("{message}");
        };
        assert!(cases.len() > 2, "{message}: {}", cases.len());
        let first = cases.first().unwrap();
        assert!(codes(first).contains(&code), "{message}: {}", first.id);
    }
    // `mutable` is in `immutable`: those that say it in this order come first.
    let message = "cannot borrow `x` as immutable because it is also borrowed as mutable";
    let Ok(Found::Text(_, cases)) = search::find(&museum, message) else {
        panic!("{message}");
    };
    let says = |case: &&Fact| {
        let mut errors = case.errors.iter();
        errors.any(|error| error.message.contains("as immutable because"))
    };
    let right = cases.iter().copied().filter(|case| says(case)).count();
    assert!(right > 2 && right < cases.len() && cases[..right].iter().all(says));
    // Not the words of any case, but its code.
    for message in ["error[E0499]: `x` is lent already", "error[E0499]"] {
        let found = search::find(&museum, message);
        assert!(
            matches!(&found, Ok(Found::Code(code, _)) if code == "E0499"),
            "{message}: {found:?}"
        );
    }
    assert!(search::find(&museum, "E0499 zebra").is_err());
}

#[test]
fn every_message_of_the_museum_is_found_by_its_words() {
    let (_, museum) = workshop();
    let mut saying: BTreeMap<String, Vec<&Fact>> = BTreeMap::new();
    for case in museum.facts.cases() {
        for error in &case.errors {
            let shape = facts::shape(&error.message);
            saying.entry(shape).or_default().push(case);
        }
    }
    assert!(saying.len() > 80, "{} messages", saying.len());
    for (shape, cases) in saying {
        // As somebody else's compiler has it, about another program.
        let message = shape.replace('…', "theirs");
        let found = match search::find(&museum, &message) {
            Ok(Found::Case(found)) => vec![found],
            Ok(Found::Text(_, found)) => found,
            other => panic!("{message}: {other:?}"),
        };
        for case in cases {
            assert!(found.contains(&case), "{}: {message}", case.id);
        }
    }
}

#[test]
fn several_codes_find_the_cases_of_each() {
    let (_, museum) = workshop();
    let number = |subject: &str| match search::find(&museum, subject) {
        Ok(Found::Code(_, cases) | Found::Text(_, cases)) => cases.len(),
        other => panic!("{subject}: {other:?}"),
    };
    let (both, one) = (number("E0499 E0502"), number("E0499"));
    assert!(both > one && both <= one + number("E0502"), "{both}");
    // One that the museum has not leaves the other.
    assert_eq!(number("E0499 E0713"), one);
}

#[test]
fn a_long_search_is_not_repeated_whole() {
    let (_, museum) = workshop();
    let long = "zebra ".repeat(40);
    for subject in [&*long, "zebra\nzebra", "   Checking reader v0.1.0\nzebra"] {
        let words = search::find(&museum, subject).unwrap_err().to_string();
        let first = words.lines().next().unwrap();
        assert!(first.contains("…`") && first.len() < 130, "{words}");
        assert_eq!(words.lines().count(), 2, "{words}");
    }
}
