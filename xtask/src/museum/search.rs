//! What somebody means who looks for an error.

use super::{Fact, Museum, codes, facts};
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
    /// All cases with some words in them, those first that are most about them.
    Text(Vec<&'m Fact>),
}

/// Finds a case by its id, or all with a code, about a concept, or with these words.
pub fn find<'m>(museum: &'m Museum, subject: &str) -> Result<Found<'m>, Error> {
    let subject = subject.trim();
    let facts = &museum.facts;
    if let Some(case) = facts.case(&subject.to_lowercase()) {
        return Ok(Found::Case(case));
    }
    if let Some(code) = known_code(museum, subject) {
        let has = |fact: &&Fact| codes(fact).contains(&&*code);
        let cases = facts.cases().filter(has).collect();
        return Ok(Found::Code(code, cases));
    }
    if let Some(concept) = facts.concept(&subject.to_lowercase()) {
        let about = |fact: &&Fact| fact.concept == concept.id;
        return Ok(Found::Concept(
            concept,
            facts.cases().filter(about).collect(),
        ));
    }
    if let Some(code) = would_be_code(subject) {
        return Err(unknown_code(museum, &code));
    }
    let mut ranked: Vec<(usize, &Fact)> = Vec::new();
    for case in facts.cases() {
        if let Some(rank) = rank(museum, case, subject)? {
            ranked.push((rank, case));
        }
    }
    ranked.sort_by_key(|&(rank, _)| rank);
    match ranked.as_slice() {
        [] => Err(nothing(museum, subject)),
        [(_, case)] => Ok(Found::Case(case)),
        _ => Ok(Found::Text(
            ranked.into_iter().map(|(_, case)| case).collect(),
        )),
    }
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

/// How well a case fits the words, 0 best; nothing if one of them is nowhere in it.
fn rank(museum: &Museum, case: &Fact, subject: &str) -> Result<Option<usize>, Error> {
    let words: Vec<String> = subject.split_whitespace().map(str::to_lowercase).collect();
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

fn unknown_code(museum: &Museum, code: &str) -> Error {
    let mut message = format!("the museum has no error with the code {code}");
    // A code that differs in more is another error, and no slip of the fingers.
    let near = |known: &&str| strsim::osa_distance(known, code) == 1;
    let codes = all_codes(museum);
    if let Some(near) = codes.iter().map(|&(code, _)| code).find(near) {
        message += &format!("; did you mean {near}?");
    }
    message += "\n`cargo xtask errors` shows the codes that it has.";
    message += &format!("\nWhat the compiler's own manual says: rustc --explain {code}");
    Error::usage(message)
}

fn nothing(museum: &Museum, subject: &str) -> Error {
    let ids = museum.facts.cases().map(|case| &*case.id);
    let concepts = museum.facts.concepts.iter().map(|concept| &*concept.id);
    let mut message = format!("nothing in the museum is called `{subject}`, or says so");
    let parts = museum.facts.cases().flat_map(|case| case.id.split('-'));
    let near = nearest(subject, 750, concepts.chain(ids));
    if let Some(near) = near.or_else(|| nearest(subject, 900, parts)) {
        message += &format!("; did you mean `{near}`?");
    }
    message += "\n`cargo xtask errors` shows what there is.";
    Error::usage(message)
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
}
