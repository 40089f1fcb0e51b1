//! What is stated.

use compile_fail::facts::{Fact, Facts, Outcome, Source};
use compile_fail::guards::{self, Complaints};

use crate::facts;

/// What a guard says when one case is stated otherwise.
fn misstated(guard: fn(&Facts) -> Complaints, id: &str, damage: fn(&mut Fact)) -> Complaints {
    let mut facts = facts();
    assert_eq!(guard(&facts), Complaints::new());
    let mut cases = facts
        .documents
        .iter_mut()
        .flat_map(|document| &mut document.cases);
    damage(cases.find(|fact| fact.id == id).unwrap());
    guard(&facts)
}

const FAILS: &str = "p1-take-reborrow";
const COMPILES: &str = "p1-take-shared";

#[test]
fn an_id_is_used_once() {
    let found = misstated(guards::ids_are_used_once, FAILS, |fact| {
        fact.id = COMPILES.into();
    });
    assert_eq!(found, ["p1-take-shared is used twice"]);
}

#[test]
fn a_code_is_understood_or_refused() {
    for code in [
        "E49",
        "e0499",
        "E04999",
        "none",
        "lint:",
        "lint:unused mut",
        "",
    ] {
        let mut facts = facts();
        facts.documents[0].cases[0].errors[0].code = code.into();
        let found = guards::codes_are_of_the_vocabulary(&facts);
        assert_eq!(
            found,
            [format!("{FAILS} has the code `{code}`, which is none")]
        );
    }
    let elsewhere = misstated(
        guards::codes_are_of_the_vocabulary,
        "lr-rpit-returns-borrow-2021",
        |fact| {
            fact.edition_2021.as_mut().unwrap().errors[0].code = "E700".into();
        },
    );
    assert_eq!(
        elsewhere,
        ["lr-rpit-returns-borrow-2021 has the code `E700`, which is none"]
    );
}

#[test]
fn a_disagreement_is_explained() {
    let guard = guards::disagreements_are_explained;
    let silent = misstated(guard, FAILS, |fact| {
        fact.documented = Some(Outcome::Compiles)
    });
    assert_eq!(
        silent,
        [format!(
            "{FAILS} disagrees with its document, without a `drift`"
        )]
    );
    let ours = misstated(guard, FAILS, |fact| fact.source = Source::Ours);
    assert_eq!(ours, [format!("{FAILS} is ours, and `documented`")]);
    let neither = misstated(guard, FAILS, |fact| fact.documented = None);
    assert_eq!(
        neither,
        [format!("{FAILS} is neither ours nor `documented`")]
    );
}

#[test]
fn a_repair_compiles() {
    let guard = guards::twins_compile;
    let fails = misstated(guard, FAILS, |fact| fact.repaired_by = Some(FAILS.into()));
    assert_eq!(
        fails,
        [format!("{FAILS} is repaired by {FAILS}, which fails")]
    );
    let missing = misstated(guard, FAILS, |fact| {
        fact.repaired_by = Some("p1-gone".into())
    });
    assert_eq!(
        missing,
        [format!(
            "{FAILS} is repaired by p1-gone, which there is not"
        )]
    );
    let needless = misstated(guard, COMPILES, |fact| {
        fact.repaired_by = Some(COMPILES.into())
    });
    assert_eq!(needless, [format!("{COMPILES} compiles, and has a repair")]);
}

#[test]
fn a_refused_case_has_a_repair() {
    let guard = guards::refused_cases_are_repaired;
    let found = misstated(guard, FAILS, |fact| fact.repaired_by = None);
    assert_eq!(found, [format!("{FAILS} is refused, and has no repair")]);
}

#[test]
fn a_case_that_is_lost_without_a_trace_is_missed() {
    let mut facts = facts();
    assert_eq!(guards::no_case_is_lost(&facts), Complaints::new());
    let lost = [
        FAILS,
        // A reconstruction, one accepted against its document, and one of no document.
        "p2-codec-dyn",
        "p3-limit-static-message-call",
        "ws-temporary-input",
    ];
    for document in &mut facts.documents {
        document.cases.retain(|fact| !lost.contains(&&*fact.id));
    }
    assert_eq!(
        guards::no_case_is_lost(&facts),
        [
            "part-1 has 11 refused cases, not 12",
            "part-2 has 5 refused cases, not 6",
            "part-3 has 0 cases accepted against it, not 1",
            "workshop has 15 refused cases, not 16",
        ]
    );
}

#[test]
fn a_new_document_is_counted() {
    let mut facts = facts();
    facts.documents[0].id = "part-0".into();
    for fact in &mut facts.documents[0].cases {
        fact.document = "part-0".into();
    }
    let found = guards::no_case_is_lost(&facts);
    assert_eq!(found[1..], ["nobody counts the cases of part-0"]);
}

#[test]
fn a_claim_is_a_sentence() {
    for claim in ["", "No full stop", "small.", "Two\nlines."] {
        let mut facts = facts();
        facts.documents[0].cases[0].claim = claim.into();
        let found = guards::claims_are_a_sentence(&facts);
        assert_eq!(
            found,
            [format!("{FAILS} claims what is no sentence: {claim:?}")]
        );
    }
}

#[test]
fn a_concept_is_listed_and_has_a_case() {
    let guard = guards::concepts_are_known;
    let unlisted = misstated(guard, FAILS, |fact| fact.concept = "magic".into());
    assert_eq!(
        unlisted,
        [format!("{FAILS} is about `magic`, which is not listed")]
    );
    // There is one case about moves, and no other.
    let empty = misstated(guard, "p3-done-consumes-borrowed-deframer", |fact| {
        fact.concept = "hrtb".into()
    });
    assert_eq!(empty, ["no case is about `move`"]);
}
