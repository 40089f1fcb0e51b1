//! What somebody means who looks for an error.

use super::{Fact, Museum, codes, facts, rendered};
use crate::error::Error;

/// What was found.
#[derive(Debug)]
pub enum Found<'m> {
    /// One case.
    Case(&'m Fact),
    /// All refused cases with a code.
    Code(String, Vec<&'m Fact>),
    /// All cases about a concept.
    Concept(&'m facts::Concept, Vec<&'m Fact>),
    /// All cases with some words in them, those first that are most about them; and what
    /// was looked for.
    Text(String, Vec<&'m Fact>),
}

/// Finds a case by its id, or all with a code, about a concept, or with these words. A
/// message of the compiler's is found whatever the names in it are; of more that it has
/// printed the first error counts, and the case most like that comes first.
pub fn find<'m>(museum: &'m Museum, subject: &str) -> Result<Found<'m>, Error> {
    let subject = subject.trim();
    let Some((headline, below)) = rendered::first_error(subject) else {
        return find_words(museum, subject);
    };
    let mut found = find_words(museum, headline)?;
    if let Found::Code(_, cases) | Found::Text(_, cases) = &mut found
        && let Some(error) = rendered::parse(headline, &below)
        && let Some(like) = super::nearest::nearest(museum, &error)?
        && let Some(at) = cases.iter().position(|case| case.id == like.id)
    {
        cases[..=at].rotate_right(1);
    }
    Ok(found)
}

fn find_words<'m>(museum: &'m Museum, subject: &str) -> Result<Found<'m>, Error> {
    let facts = &museum.facts;
    if let Some(case) = facts.case(&subject.to_lowercase()) {
        return Ok(Found::Case(case));
    }
    if let Some(code) = known_code(museum, subject) {
        return Ok(with_code(museum, code));
    }
    if let Some(concept) = facts.concept(&subject.to_lowercase()) {
        let about = |fact: &&Fact| fact.concept == concept.id;
        return Ok(Found::Concept(
            concept,
            facts.cases().filter(about).collect(),
        ));
    }
    if let Some(code) = would_be_code(subject) {
        return Err(unknown_code(&code));
    }
    let Wanted {
        codes: wanted,
        words,
        is_message,
    } = Wanted::parse(subject);
    let known = wanted.iter().filter_map(|code| known_code(museum, code));
    let known: Vec<String> = known.collect();
    match (wanted.as_slice(), known.as_slice()) {
        ([unknown, ..], []) => return Err(unknown_code(unknown)),
        (_, [code]) if words.is_empty() => return Ok(with_code(museum, code.clone())),
        _ => {}
    }
    let mut ranked: Vec<(usize, &Fact)> = Vec::new();
    for case in facts.cases() {
        let has = codes(case);
        if !known.is_empty() && !known.iter().any(|code| has.contains(&&**code)) {
            continue;
        }
        // With a code, a message is not to be found in what is only said about it.
        let enough = match is_message && !known.is_empty() {
            true => IN_MESSAGE,
            false => usize::MAX,
        };
        if let Some(rank) = rank(museum, case, &words)?.filter(|&rank| rank <= enough) {
            ranked.push((rank, case));
        }
    }
    ranked.sort_by_key(|&(rank, _)| rank);
    match (ranked.as_slice(), known.as_slice()) {
        // The code is the same, even if the compiler has other words for it here.
        ([], [code]) if is_message => Ok(with_code(museum, code.clone())),
        ([], _) => Err(nothing(museum, subject)),
        ([(_, case)], _) => Ok(Found::Case(case)),
        _ => Ok(Found::Text(
            match known.as_slice() {
                [code] if is_message => format!("error[{code}]: {}", words.join(" ")),
                _ => [known, words].concat().join(" "),
            },
            ranked.into_iter().map(|(_, case)| case).collect(),
        )),
    }
}

/// What is left of a search without what is only in the searcher's own program.
struct Wanted {
    /// `E0499`; a case is to have one of them.
    codes: Vec<String>,
    /// A case is to have all of them.
    words: Vec<String>,
    /// It begins as a message of the compiler's does.
    is_message: bool,
}

impl Wanted {
    fn parse(subject: &str) -> Self {
        let (is_message, code, rest) = match message(subject) {
            Some((code, rest)) => (true, code, rest),
            None => (false, None, subject),
        };
        let mut codes = Vec::from_iter(code);
        let mut words = Vec::new();
        for word in own_names_dropped(rest).split_whitespace() {
            let word = word.trim_end_matches(PUNCTUATION);
            let code = word.trim_matches(['[', ']']);
            match would_be_code(code).filter(|_| code.starts_with(['E', 'e']) && code.len() > 3) {
                Some(code) => codes.push(code),
                None if word.is_empty() || is_own_name(word) => {}
                None => words.push(word.to_owned()),
            }
        }
        if words.is_empty() && codes.is_empty() {
            let all = subject.split_whitespace();
            words.extend(all.map(|word| word.trim_matches('`').to_owned()));
        }
        Self {
            codes,
            words,
            is_message,
        }
    }
}

/// What may end a word without being a part of it.
const PUNCTUATION: [char; 5] = [',', '.', ';', ':', '…'];

/// The code and the words of `error[E0499]: words` and `error: words`.
fn message(headline: &str) -> Option<(Option<String>, &str)> {
    let rest = headline.strip_prefix("error")?;
    let bracketed = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match bracketed {
        None => Some((None, rest.strip_prefix(':')?)),
        Some((code, rest)) => {
            let rest = rest.strip_prefix(':').unwrap_or(rest);
            Some((Some(would_be_code(code)?), rest))
        }
    }
}

/// The words that are not in backquotes. One that is alone quotes nothing.
fn own_names_dropped(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let closed = parts.len() - (parts.len() + 1) % 2;
    let is_outside = |&(at, _): &(usize, &&str)| at % 2 == 0 || at >= closed;
    let outside = parts.iter().enumerate().filter(is_outside);
    outside.map(|(_, &part)| part).collect::<Vec<_>>().join(" ")
}

/// `'reader'`, but not `'a`.
fn is_own_name(word: &str) -> bool {
    let inside = word
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''));
    inside.is_some_and(|name| !name.is_empty() && !name.contains('\''))
}

fn with_code(museum: &Museum, code: String) -> Found<'_> {
    let has = |fact: &&Fact| codes(fact).contains(&&*code);
    let cases = museum.facts.cases().filter(has).collect();
    Found::Code(code, cases)
}

/// The codes in the museum, each with the number of its cases: by name, and behind them
/// those that are none.
pub fn all_codes(museum: &Museum) -> Vec<(&str, usize)> {
    let mut all: Vec<(&str, usize)> = Vec::new();
    for code in museum.facts.cases().flat_map(codes) {
        match all.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count += 1,
            None => all.push((code, 1)),
        }
    }
    all.sort_by_key(|&(code, _)| (!facts::is_error_code(code), code));
    all
}

/// `E0499`, `e499`, `no-code`, `no code`, `lint:NAME` or `NAME`, if the museum has it.
fn known_code(museum: &Museum, subject: &str) -> Option<String> {
    let wanted = would_be_code(subject).unwrap_or_else(|| match &*subject.to_lowercase() {
        "no code" => facts::NO_CODE.to_owned(),
        other => other.to_owned(),
    });
    let lint = format!("{}{wanted}", facts::LINT);
    let mut codes = museum.facts.cases().flat_map(codes);
    let code = codes.find(|&code| code == wanted || code == lint)?;
    Some(code.to_owned())
}

/// `E0499` for `e499`, `0499` and `E0499`: something that is meant to be a code.
fn would_be_code(subject: &str) -> Option<String> {
    let digits = subject.strip_prefix(['E', 'e']).unwrap_or(subject);
    let number: u32 = digits.parse().ok()?;
    (digits.len() <= 4).then(|| format!("E{number:04}"))
}

/// The [`rank`] of a case whose names and messages have all the words.
const IN_MESSAGE: usize = 1;

/// How well a case fits the words, 0 best; nothing if one of them is nowhere in it.
fn rank(museum: &Museum, case: &Fact, words: &[String]) -> Result<Option<usize>, Error> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let plainly = |message: &str| Wanted::parse(message).words.join(" ").to_lowercase();
    let said = words.join(" ");
    if case
        .errors
        .iter()
        .any(|error| plainly(&error.message) == said)
    {
        return Ok(Some(0));
    }
    let messages = case.errors.iter().map(|error| &*error.message);
    let messages = messages.collect::<Vec<_>>().join("\n");
    let title = museum.facts.concept(&case.concept);
    let title = title.map_or("", |concept| &concept.title);
    let names = [&[&*case.id, &*case.concept], &*codes(case)]
        .concat()
        .join("\n");
    let mut text = String::new();
    // From the most telling to the least. A word that comes late makes the whole late.
    for (rank, part) in [&names, &messages, &case.claim, title, &case.section]
        .into_iter()
        .enumerate()
    {
        text += &part.to_lowercase();
        text.push('\n');
        if words.iter().all(|word| text.contains(word.as_str())) {
            return Ok(Some(rank));
        }
    }
    let program = museum.program(case)?;
    text += &program.why.to_lowercase();
    text += &program.code.join("\n").to_lowercase();
    for error in museum.recording(case)?.iter().flat_map(|said| &said.errors) {
        let labels = error.spans.iter().filter_map(|span| span.label.as_deref());
        for words in labels.chain(error.notes.iter().map(|note| &**note)) {
            text.push('\n');
            text += &words.to_lowercase();
        }
    }
    let found = words.iter().all(|word| text.contains(word.as_str()));
    Ok(found.then_some(5))
}

/// No other code is offered: nearly every number is another error of the compiler's.
fn unknown_code(code: &str) -> Error {
    Error::usage(format!(
        "the museum has no error with the code {code}\n\
         `rustc --explain {code}` has the compiler's own page, if it knows the code.\n\
         `cargo xtask errors` shows the codes that the museum has."
    ))
}

fn nothing(museum: &Museum, subject: &str) -> Error {
    let ids = museum.facts.cases().map(|case| &*case.id);
    let concepts = museum.facts.concepts.iter().map(|concept| &*concept.id);
    let mut message = format!(
        "nothing in the museum is called `{}`, or says so",
        shortened(subject)
    );
    let parts = museum.facts.cases().flat_map(|case| case.id.split('-'));
    let near = nearest(subject, 750, concepts.chain(ids));
    if let Some(near) = near.or_else(|| nearest(subject, 900, parts)) {
        message += &format!("; did you mean `{near}`?");
    }
    message += "\n`cargo xtask errors` shows what there is.";
    Error::usage(message)
}

/// The first line of what somebody has asked for, as far as it can be repeated.
fn shortened(subject: &str) -> String {
    const LONGEST: usize = 60;
    let mut lines = subject.lines();
    let first = lines.next().unwrap_or_default();
    let shown = |c: &char| !c.is_control();
    let kept: String = first.chars().filter(shown).take(LONGEST).collect();
    match kept.len() < first.len() || lines.next().is_some() {
        true => format!("{}…", kept.trim_end()),
        false => kept,
    }
}

/// The name that resembles this one most, if one does: from 0, not at all, to 1000.
fn nearest<'n>(name: &str, at_least: u32, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let likeness = |known: &str| (strsim::jaro_winkler(known, name) * 1000.0) as u32;
    let likest = names.map(|known| (likeness(known), known));
    let (likeness, known) = likest.min_by_key(|&(likeness, _)| std::cmp::Reverse(likeness))?;
    (likeness >= at_least).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_several_spellings() {
        for code in ["E0499", "e0499", "e499", "0499", "499"] {
            assert_eq!(would_be_code(code).as_deref(), Some("E0499"), "{code}");
        }
        for other in ["E", "E04999", "take", "no-code", ""] {
            assert_eq!(would_be_code(other), None, "{other}");
        }
    }

    #[test]
    fn own_names_are_dropped_and_codes_taken_out() {
        for (subject, codes, words) in [
            ("`x` does not live", "", "does not live"),
            ("error: `x` does not live", "", "does not live"),
            ("error[E0597]: `x` does not live", "E0597", "does not live"),
            ("[E0597]: 'x' does not live...", "E0597", "does not live"),
            ("errors are 3", "", "errors are 3"),
            ("'a must outlive 'b", "", "'a must outlive 'b"),
            ("borrow of moved value: `x`", "", "borrow of moved value"),
            ("a ` alone", "", "a alone"),
            ("E0499 e502", "E0499 E0502", ""),
            ("`mem::take`", "", "mem::take"),
            ("error:", "", "error:"),
        ] {
            let wanted = Wanted::parse(subject);
            assert_eq!(wanted.codes.join(" "), codes, "{subject}");
            assert_eq!(wanted.words.join(" "), words, "{subject}");
        }
    }
}
