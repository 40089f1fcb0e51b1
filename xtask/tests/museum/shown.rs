//! Every case can be shown, and is found by its id, its code and its concept.

use xtask::museum::search::{self, Found};
use xtask::museum::{codes, facts};
use xtask::terminal::Look;
use xtask::terminal::museum::{Amount, View};

use crate::{bare, workshop};

#[test]
fn every_case_is_shown_with_its_program_its_error_and_why() {
    let (workspace, museum) = workshop();
    let mut shown = 0;
    for case in museum.facts.cases() {
        assert!(matches!(search::find(&museum, &case.id), Ok(Found::Case(found)) if found == case));
        for look in [Look::Rich, Look::Plain] {
            let view = View {
                museum: &museum,
                workspace: &workspace,
                look,
            };
            let text = bare(&view.case(case).unwrap_or_else(|error| panic!("{error}")));
            let program = museum.program(case).unwrap();
            let parts = program.code.iter().map(|line| line.trim());
            let last = program.why.rsplit(' ').next().unwrap();
            for part in parts.chain([last, &case.concept]) {
                assert!(text.contains(part), "{} lacks {part:?}:\n{text}", case.id);
            }
            if case.is_refused() {
                assert!(text.contains("\nerror"), "{text}");
            } else {
                assert!(text.contains("rustc accepts it."), "{text}");
            }
        }
        shown += 1;
    }
    assert!(shown > 500, "{shown} cases");
}

#[test]
fn every_code_and_every_concept_has_cases() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Rich,
    };
    let overview = bare(&view.overview());
    let all = search::all_codes(&museum);
    assert!(all.len() > 40, "{all:?}");
    for (code, number) in all {
        let Ok(Found::Code(found, cases)) = search::find(&museum, code) else {
            panic!("{code} is not found");
        };
        assert_eq!((&*found, cases.len()), (code, number));
        assert!(cases.iter().all(|case| codes(case).contains(&code)));
        let every = bare(&view.code(code, &cases, Amount::All).unwrap());
        assert!(cases.iter().all(|case| every.contains(&case.id)), "{every}");
    }
    for concept in &museum.facts.concepts {
        let Ok(Found::Concept(found, cases)) = search::find(&museum, &concept.id) else {
            panic!("{} is not found", concept.id);
        };
        assert_eq!(found, concept);
        assert!(!cases.is_empty(), "{} has no case", concept.id);
        assert!(overview.contains(&format!("  {} ", concept.id)));
        let text = bare(&view.concept(concept, &cases, Amount::All));
        assert!(cases.iter().all(|case| text.contains(&case.id)), "{text}");
    }
}

#[test]
fn the_simplest_case_says_what_the_heading_says() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Plain,
    };
    for (code, _) in search::all_codes(&museum) {
        let Ok(Found::Code(_, cases)) = search::find(&museum, code) else {
            panic!("{code} is not found");
        };
        let text = bare(&view.code(code, &cases, Amount::Some).unwrap());
        let (heading, rest) = text.split_once('\n').unwrap();
        let (_, id) = rest.lines().next().unwrap().split_once(": ").unwrap();
        let simplest = museum.facts.case(id).unwrap();
        let mut errors = simplest.errors.iter();
        assert!(
            errors.any(|error| heading.ends_with(&facts::shape(&error.message))),
            "{heading}: {id}"
        );
    }
}

#[test]
fn an_id_begins_with_its_document() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Plain,
    };
    let overview = bare(&view.overview());
    let page = workspace.root.join("book/src/museum.md");
    let page = std::fs::read_to_string(page).unwrap();
    let mut prefixes = Vec::new();
    for document in &museum.facts.documents {
        let (prefix, _) = document.cases[0].id.split_once('-').unwrap();
        for case in &document.cases {
            assert!(case.id.starts_with(&format!("{prefix}-")), "{}", case.id);
        }
        assert!(!prefixes.contains(&prefix), "{prefix}");
        let number = document.cases.len();
        assert!(
            overview.contains(&format!("\n{prefix}-, {number} cases: ")),
            "{overview}"
        );
        assert!(page.contains(&format!("`{prefix}-`")), "{prefix}: {page}");
        prefixes.push(prefix);
    }
}

#[test]
fn what_is_to_be_typed_next_can_be_pasted() {
    let (workspace, museum) = workshop();
    let view = View {
        museum: &museum,
        workspace: &workspace,
        look: Look::Plain,
    };
    for (subject, command) in [
        ("'a", "cargo xtask errors \"'a\" --all"),
        (
            "`x` does not live long enough",
            "cargo xtask errors does not live long enough --all",
        ),
        (
            "error[E0597]: `x` does not live long enough",
            "cargo xtask errors \"error[E0597]: does not live long enough\" --all",
        ),
    ] {
        let Ok(Found::Text(words, cases)) = search::find(&museum, subject) else {
            panic!("{subject}");
        };
        let text = bare(&view.text(&words, &cases, Amount::Some));
        assert!(text.contains(command), "{text}");
        // And finds the same.
        assert!(
            matches!(search::find(&museum, &words), Ok(Found::Text(_, again)) if again == cases)
        );
    }
}
