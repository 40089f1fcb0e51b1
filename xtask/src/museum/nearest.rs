//! Which case of the museum an error resembles most.

use std::collections::BTreeSet;

use super::{Fact, Museum, facts};
use crate::error::Error;
use crate::recording::RecordedError;

/// Two errors with one code and less in common than this have other reasons: no case is
/// better than one that leads astray.
const ALIKE: f64 = 0.7;

/// What the compiler calls a name that is not there, lifetimes included. The slip has no
/// reason to be looked up, and its help says all.
const UNDECLARED: &str = "E0261";

/// An error that speaks of none of these has nothing to do with what the museum is about,
/// even if a case happens to have its code.
const SUBJECTS: [&str; 8] = [
    "borrow", "lifetime", "live", "moved", "move ", "mutable", "assign", "dyn",
];

/// The case whose error has the same code as this one, and whose message, labels and
/// source resemble it most; nothing if none does.
pub fn nearest<'m>(museum: &'m Museum, error: &RecordedError) -> Result<Option<&'m Fact>, Error> {
    let error = Traits::of(error);
    let mut said = error.labels.iter().chain([&error.message]);
    let on_subject = said.any(|said| SUBJECTS.iter().any(|subject| said.contains(subject)));
    if !on_subject || error.code == UNDECLARED {
        return Ok(None);
    }
    let mut best: Option<(f64, &Fact)> = None;
    for case in museum.facts.cases() {
        // Most are none of it, and their recordings need not be read.
        if !case.errors.iter().any(|fact| fact.code == error.code) {
            continue;
        }
        let errors = museum
            .recording(case)?
            .map_or(Vec::new(), |found| found.errors);
        // Of two that are alike, the one that is about this error alone, is repaired, and
        // is soon read.
        let repaired = f64::from(u8::from(case.repaired_by.is_some()));
        let lines = museum.program(case)?.code.len() as f64;
        let bonus = 0.01 / errors.len().max(1) as f64 + 0.005 * repaired - 0.0015 * lines;
        for recorded in &errors {
            let likeness = error.likeness(&Traits::of(recorded));
            let rank = likeness + bonus;
            if likeness >= ALIKE && best.is_none_or(|(before, _)| rank > before) {
                best = Some((rank, case));
            }
        }
    }
    Ok(best.map(|(_, case)| case))
}

/// What can be compared of two errors in different programs.
struct Traits {
    code: String,
    /// The message without the program's own names.
    message: String,
    /// The labels, likewise.
    labels: BTreeSet<String>,
    /// The labels, notes and helps, likewise.
    remarks: BTreeSet<String>,
    /// The keywords and signs of the lines that are shown.
    constructs: BTreeSet<String>,
}

impl Traits {
    fn of(error: &RecordedError) -> Self {
        let labels = error.spans.iter().filter_map(|span| span.label.as_deref());
        let labels: BTreeSet<String> = labels.map(facts::shape).collect();
        let notes = error.notes.iter().map(|note| facts::shape(note));
        let lines = error.spans.iter().flat_map(|span| &span.text);
        Self {
            code: facts::code(error.code.as_deref()),
            message: facts::shape(&error.message),
            remarks: labels.iter().cloned().chain(notes).collect(),
            labels,
            constructs: lines.flat_map(|line| constructs(line)).collect(),
        }
    }

    /// From 0, nothing in common, to 1.
    fn likeness(&self, other: &Self) -> f64 {
        if self.code != other.code {
            return 0.0;
        }
        let message = match self.message == other.message {
            true => 1.0,
            false => 0.0,
        };
        let constructs = shared(&self.constructs, &other.constructs);
        // The same words about another kind of code are said for another reason.
        if constructs == 0.0 {
            return 0.0;
        }
        0.4 * message + 0.35 * shared(&self.remarks, &other.remarks) + 0.25 * constructs
    }
}

/// How much of two sets is in both, from 0 to 1.
fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    match one.union(other).count() {
        0 => 1.0,
        all => one.intersection(other).count() as f64 / all as f64,
    }
}

/// The words and signs that say what kind of code a line is, whatever its names are.
const CONSTRUCTS: [&str; 31] = [
    "&mut", "&self", "&'", "'static", "'_", "async", "await", "break", "dyn", "enum", "fn", "for",
    "if", "impl", "let", "loop", "match", "move", "mut", "return", "self", "Self", "static",
    "struct", "trait", "type", "where", "while", "Box", "Option", "?",
];

fn constructs(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    for construct in CONSTRUCTS {
        let mut places = line.match_indices(construct);
        let stands_alone = places.any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + construct.len()..].chars().next();
            let starts = !construct.starts_with(is_name) || !before.is_some_and(is_name);
            let ends = !construct.ends_with(is_name) || !after.is_some_and(is_name);
            starts && ends
        });
        if stands_alone {
            found.push(construct.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::diagnostic::tests::error;

    fn traits(code: &str, label: &str, message: &str) -> Traits {
        let mut diagnostic = error(Some(code), message, Some(("src/lib.rs", 3)));
        diagnostic.spans[0].label = Some(label.to_owned());
        Traits::of(&diagnostic.record(None, &|path| path.to_owned()))
    }

    #[test]
    fn names_make_no_difference_and_words_do() {
        let one = traits("E0499", "`a` is borrowed", "cannot borrow `a` as mutable");
        let likeness = |label, message| one.likeness(&traits("E0499", label, message));
        let same = likeness("`b.c` is borrowed", "cannot borrow `b.c` as mutable");
        assert!((same - 1.0).abs() < 1e-9, "{same}");
        let label = likeness("it is gone", "cannot borrow `a` as mutable");
        let message = likeness("`a` is borrowed", "cannot use `a` twice");
        let neither = likeness("it is gone", "cannot use `a` twice");
        assert!(neither < label && label < same);
        assert!(neither < message && message < same);
        let other = traits("E0502", "`a` is borrowed", "cannot borrow `a` as mutable");
        assert_eq!(one.likeness(&other), 0.0);
    }

    #[test]
    fn a_line_is_known_by_its_words_and_signs() {
        assert_eq!(
            constructs("    fn take(&mut self) -> Box<dyn State + 'static> { shift(mutable) }"),
            [
                "&mut", "'static", "dyn", "fn", "mut", "self", "static", "Box"
            ]
        );
        assert_eq!(constructs("platform(a);"), [""; 0]);
    }
}
