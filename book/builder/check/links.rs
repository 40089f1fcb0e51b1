//! Every link leads somewhere: the page exists, and on it the anchor.

use std::collections::HashSet;

use super::{Site, resolve, scheme};
use crate::html::Element;
use crate::problem::Problem;

/// Looks for links, pictures and anchors that are not there.
pub fn check(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (page, elements) in &site.pages {
        let mut ids = HashSet::new();
        for element in elements {
            let at = |words| Problem::at(page, element.line, words);
            if let Some(id) = element.attribute("id")
                && !ids.insert(id)
            {
                problems.push(at(format!("the id `{id}` is used twice")));
            }
            if element.name == "img" && element.attribute("alt").is_none_or(str::is_empty) {
                problems.push(at("a picture without an `alt` text".to_owned()));
            }
            for name in ["href", "src", "xlink:href"] {
                if let Some(reference) = element.attribute(name)
                    && let Err(words) = follow(site, page, element, reference)
                {
                    problems.push(at(words));
                }
            }
        }
    }
    problems
}

fn follow(site: &Site, page: &str, element: &Element, reference: &str) -> Result<(), String> {
    if let Some(scheme) = scheme(reference) {
        // Nobody is asked whether it answers: the book is tested offline.
        return match scheme {
            "https" if is_address(reference) => Ok(()),
            "data" if element.name != "a" => Ok(()),
            _ => Err(format!("`{reference}` is not a well-formed https address")),
        };
    }
    let (path, anchor) = match reference.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (reference, None),
    };
    let path = decoded(path.split('?').next().unwrap_or_default());
    let target = match path.is_empty() {
        true => page.to_owned(),
        false => resolve(page, &path).ok_or(format!("`{reference}` leads out of the book"))?,
    };
    if !site.files.contains(&target) {
        return Err(format!(
            "`{reference}` leads to {target}, which is not there"
        ));
    }
    let Some(anchor) = anchor.map(decoded).filter(|anchor| !anchor.is_empty()) else {
        return Ok(());
    };
    let Some(elements) = site.pages.get(&target) else {
        return Err(format!(
            "`{reference}` has an anchor into a file that is not a page"
        ));
    };
    let is_there = elements
        .iter()
        .any(|element| element.attribute("id") == Some(&anchor));
    match is_there {
        true => Ok(()),
        false => Err(format!("`{reference}`: {target} has no anchor `{anchor}`")),
    }
}

fn is_address(reference: &str) -> bool {
    let Some(rest) = reference.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !reference.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Turns `%C3%A9` back into the letter.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::elements;

    fn words(body: &str) -> String {
        let mut site = Site::default();
        let other = "<h2 id='here'></h2><h2 id='é'></h2>";
        for (name, html) in [("index.html", body), ("tls/01.html", other)] {
            site.pages.insert(name.into(), elements(html));
            site.files.insert(name.into());
        }
        site.files.insert("book.css".into());
        check(&site).iter().map(Problem::to_string).collect()
    }

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        for good in [
            "<a href='tls/01.html'>",
            "<a href='tls/01.html#here'>",
            "<a href='tls/01.html#%C3%A9'>",
            "<a href='#top' id='top'>",
            "<a href='https://www.rust-lang.org/learn#x'>",
            "<link href='book.css'>",
        ] {
            assert_eq!(words(good), "", "{good}");
        }
    }

    #[test]
    fn a_broken_anchor_is_found() {
        let found = words("\n<a href='tls/01.html#gone'>");
        assert_eq!(
            found,
            "index.html:2: `tls/01.html#gone`: tls/01.html has no anchor `gone`"
        );
        assert!(words("<a href='#gone'>").contains("index.html has no anchor `gone`"));
    }

    #[test]
    fn what_is_not_there_is_found() {
        for (bad, found) in [
            (
                "<a href='gone.html'>",
                "leads to gone.html, which is not there",
            ),
            ("<img alt='x' src='gone.png'>", "leads to gone.png"),
            ("<a href='../README.md'>", "leads out of the book"),
            ("<a href='/index.html'>", "leads out of the book"),
            (
                "<a href='http://www.rust-lang.org'>",
                "not a well-formed https address",
            ),
            (
                "<a href='https://rust lang.org'>",
                "not a well-formed https address",
            ),
            (
                "<a href='https://localhost'>",
                "not a well-formed https address",
            ),
            ("<a href='javascript:x'>", "not a well-formed https address"),
            ("<img src='book.css'>", "without an `alt` text"),
            ("<p id='x'><p id='x'>", "the id `x` is used twice"),
        ] {
            assert!(words(bad).contains(found), "{bad}: {}", words(bad));
        }
    }
}
