//! Guards of the facts themselves.

use std::collections::BTreeSet;

use super::{Complaints, named};
use crate::facts::{Fact, Facts, LINT, NO_CODE, Outcome, Source, is_error_code};

/// For each document how many of its cases the compiler refuses, ours among them, and how
/// many it accepts though the document says otherwise.
///
/// The documents do not change. A new case of ours is counted here.
const COUNTED: [(&str, usize, usize); 6] = [
    ("part-1", 12, 0),
    ("part-2", 6, 0),
    ("part-3", 38, 1),
    ("learning-rust", 272, 9),
    ("self-referential", 25, 0),
    ("workshop", 16, 0),
];

/// Every error that the documents describe is stated, and every one that we have added.
///
/// Who deletes a case and its files, and what is stated of it, leaves nothing
/// that would be missed but a number.
pub fn no_case_is_lost(facts: &Facts) -> Complaints {
    let mut complaints = Vec::new();
    for (id, refused, against) in COUNTED {
        let cases = || facts.cases().filter(|fact| fact.document == id);
        let found = cases().filter(|fact| fact.is_refused()).count();
        if found != refused {
            complaints.push(format!("{id} has {found} refused cases, not {refused}"));
        }
        let is_against =
            |fact: &&Fact| !fact.is_refused() && fact.documented == Some(Outcome::Fails);
        let found = cases().filter(is_against).count();
        if found != against {
            complaints.push(format!(
                "{id} has {found} cases accepted against it, not {against}"
            ));
        }
    }
    let uncounted = facts.documents.iter().map(|document| &document.id);
    let uncounted = uncounted.filter(|id| !COUNTED.iter().any(|(counted, ..)| counted == id));
    complaints.extend(uncounted.map(|id| format!("nobody counts the cases of {id}")));
    complaints
}

/// An id is for one case, one document, one concept.
pub fn ids_are_used_once(facts: &Facts) -> Complaints {
    let cases = facts.cases().map(|fact| &fact.id);
    let documents = facts.documents.iter().map(|document| &document.id);
    let concepts = facts.concepts.iter().map(|concept| &concept.id);
    let mut used = BTreeSet::new();
    cases
        .chain(documents)
        .chain(concepts)
        .filter(|id| !used.insert(*id))
        .map(|id| format!("{id} is used twice"))
        .collect()
}

/// A code is `E` with four digits, `no-code`, or `lint:` with a name.
pub fn codes_are_of_the_vocabulary(facts: &Facts) -> Complaints {
    let is_name =
        |lint: &str| !lint.is_empty() && lint.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_known = |code: &str| {
        code == NO_CODE || is_error_code(code) || code.strip_prefix(LINT).is_some_and(is_name)
    };
    each_fact(facts, |fact| {
        let elsewhere = fact.edition_2021.iter().flat_map(|other| &other.errors);
        fact.errors
            .iter()
            .chain(elsewhere)
            .filter(|error| !is_known(&error.code))
            .map(|error| format!("has the code `{}`, which is none", error.code))
            .collect()
    })
}

/// Where the document and the compiler disagree on the outcome, it is said why;
/// and what is ours no document speaks of.
pub fn disagreements_are_explained(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        let ours = fact.source == Source::Ours;
        let mut complaints = Vec::new();
        if fact.documented.is_some_and(|said| said != fact.outcome()) && fact.drift.is_none() {
            complaints.push("disagrees with its document, without a `drift`".into());
        }
        if ours && fact.documented.is_some() {
            complaints.push("is ours, and `documented`".into());
        }
        if !ours && fact.documented.is_none() {
            complaints.push("is neither ours nor `documented`".into());
        }
        complaints
    })
}

/// What repairs a refused case is an accepted one.
pub fn twins_compile(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        let Some(id) = &fact.repaired_by else {
            return Vec::new();
        };
        let mut complaints = Vec::new();
        let elsewhere = fact.edition_2021.as_ref();
        if !fact.is_refused() && elsewhere.is_none_or(|other| other.errors.is_empty()) {
            complaints.push("compiles, and has a repair".into());
        }
        match facts.case(id).map(Fact::outcome) {
            Some(Outcome::Compiles) => {}
            Some(Outcome::Fails) => complaints.push(format!("is repaired by {id}, which fails")),
            None => complaints.push(format!("is repaired by {id}, which there is not")),
        }
        complaints
    })
}

/// Each refused case has a repair: an error is only half of what there is to learn.
pub fn refused_cases_are_repaired(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        if fact.is_refused() && fact.repaired_by.is_none() {
            vec!["is refused, and has no repair".into()]
        } else {
            Vec::new()
        }
    })
}

/// A claim is one line and ends like a sentence.
pub fn claims_are_a_sentence(facts: &Facts) -> Complaints {
    each_fact(facts, |fact| {
        let claim = &fact.claim;
        let starts = claim.starts_with(|c: char| c.is_uppercase() || c == '`' || c == '*');
        if starts && claim.ends_with('.') && !claim.contains('\n') {
            Vec::new()
        } else {
            vec![format!("claims what is no sentence: {claim:?}")]
        }
    })
}

/// A case is about a concept that is listed, and each concept has a case.
pub fn concepts_are_known(facts: &Facts) -> Complaints {
    let mut complaints = each_fact(facts, |fact| match facts.concept(&fact.concept) {
        Some(_) => Vec::new(),
        None => vec![format!("is about `{}`, which is not listed", fact.concept)],
    });
    for concept in &facts.concepts {
        if !facts.cases().any(|fact| fact.concept == concept.id) {
            complaints.push(format!("no case is about `{}`", concept.id));
        }
    }
    complaints
}

fn each_fact(facts: &Facts, look: impl Fn(&Fact) -> Complaints) -> Complaints {
    facts
        .cases()
        .flat_map(|fact| named(&fact.id, look(fact)).collect::<Complaints>())
        .collect()
}
