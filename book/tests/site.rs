//! The checks on a whole book: it is in order, and goes red when it is not.

mod support;

use support::{workshop, write};

/// What is wrong after `text` has become the second page's first lines.
fn problems(text: &str) -> Vec<String> {
    let folder = workshop();
    let file = "book/src/objectives.md";
    let rest = std::fs::read_to_string(folder.path().join(file)).expect("a page");
    write(folder.path(), file, &format!("{text}\n\n{rest}"));
    workshop_book::test(folder.path())
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_good_book_is_in_order() {
    let links = "[good](tls/01-reader.md#repair) [good](museum/reborrow.md#p1-twice)";
    assert_eq!(problems(links), [""; 0]);
}

#[test]
fn a_broken_anchor_turns_it_red() {
    let found = problems("[bad](tls/01-reader.md#gone)");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("book/src/objectives.md: "),
        "{found:?}"
    );
    assert!(
        found[0].contains("tls/01-reader.html has no anchor `gone`"),
        "{found:?}"
    );
}

#[test]
fn a_link_to_a_page_that_is_not_there_turns_it_red() {
    let found = problems("[bad](tls/09-gone.md)");
    assert!(
        found[0].contains("leads to tls/09-gone.html, which is not there"),
        "{found:?}"
    );
}

#[test]
fn a_link_to_a_case_that_is_not_there_turns_it_red() {
    let found = problems("[bad](museum/reborrow.md#p1-thrice)");
    assert!(
        found[0].contains("museum/reborrow.html has no anchor `p1-thrice`"),
        "{found:?}"
    );
}

#[test]
fn something_from_elsewhere_turns_it_red() {
    let found = problems("<script src=\"https://cdn.example.org/x.js\"></script>");
    assert!(
        found[0].contains("<script> fetches `https://cdn.example.org/x.js`"),
        "{found:?}"
    );
}

#[test]
fn a_page_that_is_too_large_turns_it_red() {
    let found = problems(&"Much too long. ".repeat(15_000));
    assert!(found[0].contains("a page may have 200000"), "{found:?}");
}

#[test]
fn what_mdbook_warns_of_turns_it_red() {
    let found = problems("<div>\n\nnever closed");
    assert!(found[0].contains("unclosed HTML tag `<div>`"), "{found:?}");
}

#[test]
fn code_that_does_not_compile_turns_it_red() {
    let found = problems("```rust\nfn f( {}\n```");
    assert!(
        found[0].starts_with("book/src/objectives.md:1: does not compile"),
        "{found:?}"
    );
}

#[test]
fn a_command_that_is_shown_nowhere_turns_it_red() {
    let folder = workshop();
    write(
        folder.path(),
        "book/src/objectives.md",
        "# Table\n\n{{#objectives}}\n",
    );
    let found: Vec<_> = workshop_book::test(folder.path())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(
        found
            .iter()
            .any(|words| words.contains("`check` is shown nowhere")),
        "{found:?}"
    );
}
