//! The book as it stands: every link, quotation and piece of code in it.

use std::path::Path;

#[test]
fn the_book_is_in_order() {
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = book.parent().expect("the book lies in the workspace");
    let problems: Vec<_> = workshop_book::test(root)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_manifest_that_authors_are_shown_is_one() {
    let page = include_str!("../src/authoring.md");
    let toml = page
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let manifest = xtask::manifest::Manifest::parse(toml.expect("a manifest")).expect("valid");
    assert_eq!(manifest.steps.len(), 2);
}

#[test]
fn every_field_of_a_verdict_is_explained() {
    let page = include_str!("../src/reference/verdicts.md");
    let error = xtask::verdict::ErrorReport {
        code: None,
        message: String::new(),
        label: String::new(),
        file: String::new(),
        line: 1,
        column: 1,
        intended: true,
        similar: None,
        rendered: String::new(),
        coloured: String::new(),
    };
    let step = xtask::verdict::StepVerdict {
        step: 1,
        title: String::new(),
        status: xtask::verdict::Status::Failed,
        errors: vec![error],
        message: String::new(),
    };
    let verdict = xtask::verdict::Verdict {
        schema: 1,
        exercise: String::new(),
        passed: false,
        steps: vec![step],
    };
    let json = serde_json::to_value(&verdict).expect("a verdict is JSON");
    for object in [&json, &json["steps"][0], &json["steps"][0]["errors"][0]] {
        for field in object.as_object().expect("an object").keys() {
            assert!(
                page.contains(&format!("`{field}`")),
                "{field} is not explained"
            );
        }
    }
}
