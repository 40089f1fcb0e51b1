//! Which case of the museum an error resembles most.

use std::collections::BTreeSet;

use super::{Fact, Museum, codes, facts};
use crate::error::Error;
use crate::recording::{RecordedError, RecordedSpan};

/// Two errors with one code and less in common than this have other reasons: no case is
/// better than one that leads astray.
const ALIKE: f64 = 0.7;

/// What each further error of a case costs it: it is about more than the one.
const FURTHER_ERROR: f64 = 0.1;

/// What the compiler calls a name that is not there, lifetimes included. The slip has no
/// reason to be looked up, and its help says all.
const UNDECLARED: &str = "E0261";

/// An error that speaks of none of these has nothing to do with what the museum is about,
/// even if a case happens to have its code.
const SUBJECTS: [&str; 8] = [
    "borrow", "lifetime", "live", "moved", "move ", "mutable", "assign", "dyn",
];

/// Traits that every program knows. That one of them is missing has reasons of its own.
const KNOWN_TRAITS: [&str; 6] = ["Clone", "Copy", "Default", "Eq", "Hash", "Ord"];

/// What to look an error up by: the id of the [`nearest`] case, or its code if the museum
/// has that and no case is near enough; nothing if the museum is about other things.
pub fn subject(museum: &Museum, error: &RecordedError) -> Result<Option<String>, Error> {
    if !is_on_subject(error) {
        return Ok(None);
    }
    if let Some(case) = nearest(museum, error)? {
        return Ok(Some(case.id.clone()));
    }
    let code = facts::code(error.code.as_deref());
    let is_known = museum
        .facts
        .cases()
        .any(|case| codes(case).contains(&&*code));
    Ok(Some(code).filter(|code| is_known && is_code(code)))
}

/// Whether a [`subject`] is a code, and so about more than one case.
pub fn is_code(subject: &str) -> bool {
    subject == facts::NO_CODE || facts::is_error_code(subject)
}

/// The case whose error has the same code as this one, and whose message, labels and
/// source resemble it most; nothing if none does.
pub fn nearest<'m>(museum: &'m Museum, error: &RecordedError) -> Result<Option<&'m Fact>, Error> {
    if !is_on_subject(error) {
        return Ok(None);
    }
    let error = Traits::of(error);
    let mut best: Option<(f64, &Fact)> = None;
    for case in museum.facts.cases() {
        // Most are none of it, and their recordings need not be read.
        if !case.errors.iter().any(|fact| fact.code == error.code) {
            continue;
        }
        // That the next borrow checker accepts a program is only true of a loan that is
        // returned on another path.
        if case.polonius_accepts && !error.is_returned_before {
            continue;
        }
        let errors = museum
            .recording(case)?
            .map_or(Vec::new(), |found| found.errors);
        let further = errors.len().saturating_sub(1) as f64;
        // Of two that are alike, the one that is repaired, and is soon read.
        let repaired = f64::from(u8::from(case.repaired_by.is_some()));
        let lines = museum.program(case)?.code.len() as f64;
        let bonus = 0.005 * repaired - 0.001 * lines;
        for recorded in &errors {
            let likeness = error.likeness(&Traits::of(recorded)) - FURTHER_ERROR * further;
            let rank = likeness + bonus;
            if likeness >= ALIKE && best.is_none_or(|(before, _)| rank > before) {
                best = Some((rank, case));
            }
        }
    }
    Ok(best.map(|(_, case)| case))
}

/// Whether an error is about what the museum is about.
fn is_on_subject(error: &RecordedError) -> bool {
    let labels = error.spans.iter().filter_map(|span| span.label.as_deref());
    let mut said = labels.chain([&*error.message]);
    let speaks_of_it = said.any(|said| SUBJECTS.iter().any(|subject| said.contains(subject)));
    speaks_of_it && error.code.as_deref() != Some(UNDECLARED)
}

/// What can be compared of two errors in different programs.
struct Traits {
    code: String,
    /// The message without the program's own names.
    message: String,
    /// What kind of thing each name in the message is.
    places: Vec<String>,
    /// What is said where the error is, without the program's own names.
    labels: BTreeSet<String>,
    /// The other labels, the notes and the helps, likewise.
    remarks: BTreeSet<String>,
    /// The keywords and signs of the lines where the error is.
    here: BTreeSet<String>,
    /// Those of all lines that are shown.
    constructs: BTreeSet<String>,
    /// The loan is returned above the place where the error is.
    is_returned_before: bool,
    /// Something has to live as long as the program. No other lifetime asks for that.
    is_for_ever: bool,
    /// Which of the [`KNOWN_TRAITS`] is not implemented.
    missing: Option<String>,
}

impl Traits {
    fn of(error: &RecordedError) -> Self {
        let said = |primary: bool| {
            let spans = error.spans.iter().filter(move |one| one.primary == primary);
            let labels = spans.filter_map(|span| span.label.as_deref());
            labels.map(|label| facts::shape(demand(label)))
        };
        let written = |spans: &mut dyn Iterator<Item = &RecordedSpan>| {
            let lines = spans.flat_map(|span| &span.text);
            lines.flat_map(|line| constructs(line)).collect()
        };
        let notes = error.notes.iter().map(|note| facts::shape(note));
        Self {
            code: facts::code(error.code.as_deref()),
            message: facts::shape(&error.message),
            places: places(&error.message),
            labels: said(true).collect(),
            remarks: said(false).chain(notes).collect(),
            here: written(&mut error.spans.iter().filter(|span| span.primary)),
            constructs: written(&mut error.spans.iter()),
            is_returned_before: is_returned_before(error),
            is_for_ever: is_for_ever(error),
            missing: missing(&error.message).map(str::to_owned),
        }
    }

    /// From 0, nothing in common, to 1.
    fn likeness(&self, other: &Self) -> f64 {
        if self.code != other.code {
            return 0.0;
        }
        if self.is_for_ever != other.is_for_ever || self.missing != other.missing {
            return 0.0;
        }
        let same = |is: bool| f64::from(u8::from(is));
        let constructs = shared(&self.constructs, &other.constructs);
        // The same words about another kind of code are said for another reason.
        if constructs == 0.0 && !other.constructs.is_empty() {
            return 0.0;
        }
        // Where the other one's error is, there may be less than here, but nothing else.
        let else_there = other.here.difference(&self.here).count() > 0;
        0.4 * same(self.message == other.message)
            + 0.05 * same(self.places == other.places)
            + 0.2 * shared(&self.labels, &other.labels)
            + 0.1 * shared(&self.remarks, &other.remarks)
            + 0.05 * same(!else_there)
            + 0.2 * constructs
    }
}

/// What is between backquotes in a message, with `…` for the program's own names: `*self`
/// and `self.….…` are other things than a variable.
fn places(message: &str) -> Vec<String> {
    let quoted = message.split('`').skip(1).step_by(2);
    let place = |quoted: &str| {
        let mut place = String::new();
        for part in quoted.split_inclusive(|c: char| !is_name(c)) {
            let name = part.trim_end_matches(|c: char| !is_name(c));
            place += match name {
                "" | "self" => name,
                _ => "…",
            };
            place += &part[name.len()..];
        }
        place
    };
    quoted.map(place).collect()
}

/// Whether a loan is returned above the place where an error is, so on another path.
fn is_returned_before(error: &RecordedError) -> bool {
    let returns = |span: &&RecordedSpan| {
        let label = span.label.as_deref().unwrap_or_default();
        label.starts_with("returning this value requires that")
    };
    let primary = error.spans.iter().find(|span| span.primary);
    let returned = error.spans.iter().find(returns);
    primary
        .zip(returned)
        .is_some_and(|(primary, returned)| returned.end <= primary.start)
}

/// Whether the place where an error is has to outlive `'static`.
fn is_for_ever(error: &RecordedError) -> bool {
    let mut primary = error.spans.iter().filter(|span| span.primary);
    primary.any(|span| {
        let label = span.label.as_deref().unwrap_or_default();
        label.ends_with("must outlive `'static`")
    })
}

/// `Default` in ``the trait bound `T: Default` is not satisfied``, if it is a known one.
fn missing(message: &str) -> Option<&str> {
    let bound = message.strip_prefix("the trait bound `")?;
    let (bound, _) = bound.split_once("` is not satisfied")?;
    let (_, name) = bound.rsplit_once(": ")?;
    KNOWN_TRAITS.into_iter().find(|known| *known == name)
}

/// What has to be for something to be stored, whether rustc sees the assignment in it or
/// the coercion.
fn demand(label: &str) -> &str {
    let stored = ["assignment ", "coercion "];
    let demand = stored.iter().find_map(|what| label.strip_prefix(what));
    demand.unwrap_or(label)
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
    // What is in a string is none of it, such as the `?` of `{:?}`.
    let line: String = line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
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

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
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
        let same = likeness("`b` is borrowed", "cannot borrow `b` as mutable");
        assert!((same - 1.0).abs() < 1e-9, "{same}");
        let field = likeness("`b.c` is borrowed", "cannot borrow `b.c` as mutable");
        assert!(field < same && field > ALIKE, "{field}");
        let label = likeness("it is gone", "cannot borrow `a` as mutable");
        let message = likeness("`a` is borrowed", "cannot use `a` twice");
        let neither = likeness("it is gone", "cannot use `a` twice");
        assert!(neither < label && label < same);
        assert!(neither < message && message < same);
        let other = traits("E0502", "`a` is borrowed", "cannot borrow `a` as mutable");
        assert_eq!(one.likeness(&other), 0.0);
    }

    #[test]
    fn of_a_place_only_the_programs_own_names_are_left_out() {
        for (message, known) in [
            ("cannot borrow `*self` as mutable", ["*self"].as_slice()),
            ("cannot use `self.popped`", &["self.…"]),
            ("`**p`, which is behind a `&` reference", &["**…", "&"]),
            ("`x` and `later`", &["…", "…"]),
            ("no names", &[]),
        ] {
            assert_eq!(places(message), known, "{message}");
        }
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
        assert_eq!(constructs("print!(\"{:?} if\", of(a)?);"), ["?"]);
        assert_eq!(constructs("print!(\"{:?} if\", a);"), [""; 0]);
    }
}
