//! Each directive on a page: what it becomes, and what is said when it cannot.

mod support;

use support::{expand, workshop, write};

/// The page's Markdown; there must be nothing to repair.
fn markdown(text: &str) -> String {
    let folder = workshop();
    let page = expand(folder.path(), text);
    assert_eq!(page.problems, []);
    page.markdown
}

/// What there is to repair.
fn problems(text: &str) -> Vec<String> {
    let folder = workshop();
    let page = expand(folder.path(), text);
    page.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_diagnostic_keeps_its_colours_and_stays_on_one_line() {
    let html = markdown("{{#diagnostic exercise-1/step_1}}");
    assert_eq!(html.lines().count(), 1);
    assert!(html.contains("<pre class=\"diagnostic\""), "{html}");
    assert!(html.contains("<span class=\"ansi-bold ansi-red\">first</span> &lt;a&gt;&#10;&#10;"));
    assert!(
        html.contains("<span class=\"ansi-blue\">second</span></code>"),
        "{html}"
    );
    assert!(html.contains("<figcaption>rustc 1.95.0 on exercise-1, step 1</figcaption>"));
}

#[test]
fn one_of_several_errors_can_be_chosen() {
    let html = markdown("{{#diagnostic p1-twice 2}}");
    assert!(html.contains("second") && !html.contains("first"), "{html}");
    let link = "on <a href=\"../museum/reborrow.md#p1-twice\">the case p1-twice</a></figcaption>";
    assert!(html.contains(link), "{html}");
}

#[test]
fn a_loan_is_drawn_and_can_be_read_aloud() {
    let html = markdown("{{#loan exercise-1/step_1 1}}");
    assert_eq!(html.lines().count(), 1);
    assert!(html.contains("<pre class=\"diagnostic loan\""), "{html}");
    assert!(html.contains("role=\"img\" aria-label=\"The place, in src/lib.rs&#10;Line 3: take"));
    assert!(html.contains("│"), "{html}");
}

#[test]
fn an_index_leads_to_each_case() {
    let link = "[`p1-twice`](../museum/reborrow.md#p1-twice)";
    for (name, parts) in [
        (
            "concepts",
            &[
                "| [Reborrows of `self`](../museum/reborrow.md) | 1 of 2 | [exercise-1](../tls/01-reader.md) |",
            ][..],
        ),
        (
            "codes",
            &[
                "## E0499 {#e0499}",
                "## No code {#no-code}",
                link,
                "Twice is `once` too often.",
            ][..],
        ),
        (
            "documents",
            &[
                "## The *first* part {#part-1}",
                "### A section",
                link,
                "(E0499, no code)",
            ][..],
        ),
        (
            "disagreements",
            &[
                link,
                "Documented as accepted, and refused today. The document slipped, unlike \
                 [`p1-once`](../museum/reborrow.md#p1-once); see `once`.",
            ][..],
        ),
    ] {
        let text = markdown(&format!("{{{{#museum {name}}}}}"));
        for part in parts {
            assert!(text.contains(part), "{name}: {part}\n{text}");
        }
    }
}

#[test]
fn the_indexes_look_like_this() {
    let pages = ["concepts", "codes", "documents", "disagreements"]
        .map(|name| format!("<!-- {name} -->\n{{{{#museum {name}}}}}\n"));
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("indexes", markdown(&pages.concat()));
    });
}

#[test]
fn a_concept_has_a_page_with_every_case() {
    let folder = workshop();
    let workshop = workshop_book::workshop::Workshop::load(folder.path()).expect("a workshop");
    let pages = workshop_book::museum::pages(&workshop).expect("pages");
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].path, "museum/reborrow.md");
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("concept", pages[0].markdown);
    });
}

#[test]
fn an_exercise_is_a_box_with_links_to_its_steps() {
    let text = markdown("{{#exercise exercise-1}}");
    for part in [
        "**exercise-1** <span class=\"facts\">40 minutes</span>",
        "`exercises/tls/01-reader/src/`",
        "cargo xtask check exercise-1",
        "1. [Repair it](#repair)\n1. [Predict it](#predict)",
        "- [Reborrows of `self`](../museum/reborrow.md)\n\n</details>\n\n</div>",
        "- take once ([L01](../objectives.md#l01))\n- take twice ([L02](../objectives.md#l02))",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn objectives_are_those_that_a_step_trains() {
    let text = markdown("{{#objectives}}");
    assert!(
        text.contains(
            "| <span id=\"l01\">L01</span> | take once | exercise-1,<br>steps\u{a0}\
             [1](../tls/01-reader.md#repair),\u{a0}[2](../tls/01-reader.md#predict) |"
        ),
        "{text}"
    );
    assert!(
        text.contains("take twice") && !text.contains("take thrice"),
        "{text}"
    );
}

#[test]
fn the_timetable_adds_up() {
    let text = markdown("{{#timetable}}");
    assert!(
        text.contains("| `exercise-1` | The `take` | 40 |"),
        "{text}"
    );
    assert!(
        text.contains("| **Together** | 40 min | **40** |"),
        "{text}"
    );
    assert!(
        text.contains("### Half a day") && text.contains("### A whole day"),
        "{text}"
    );
}

#[test]
fn help_is_that_of_the_command_line() {
    let text = markdown("{{#help check}}");
    assert!(text.contains("cargo xtask check"), "{text}");
    assert!(text.contains("--format"), "{text}");
    assert!(markdown("{{#help}}").contains("doctor"));
}

#[test]
fn a_verdict_is_made_of_the_type_that_check_prints() {
    let folder = workshop();
    let only_one = r#"{"rustc": "1.95.0", "errors": [{"code": null, "message": "m", "item": null,
        "notes": [], "rendered": "\u001b[1mm\u001b[0m\n", "spans": [{"file": "src/lib.rs",
        "start": [3, 5], "end": [3, 9], "primary": true, "label": "here", "text": []}]}]}"#;
    write(
        folder.path(),
        "exercises/tls/01-reader/recorded/step_2.json",
        only_one,
    );
    let page = expand(folder.path(), "{{#verdict exercise-1/step_2}}");
    assert_eq!(page.problems, []);
    for part in [
        "\"status\": \"not_reached\"",
        "\"status\": \"does_not_compile\"",
        "\"file\": \"exercises/tls/01-reader/src/lib.rs\"",
        "\"rendered\": \"m\\n…\"",
    ] {
        assert!(page.markdown.contains(part), "{part}\n{}", page.markdown);
    }
}

#[test]
fn an_include_keeps_the_indentation_of_its_fence() {
    let text = "- item\n\n  ```rust\n  {{#include ../../../solutions/lib.rs:take}}\n  ```\n";
    assert_eq!(
        markdown(text),
        "- item\n\n  ```rust\n  fn take() {}\n  ```\n"
    );
}

#[test]
fn a_table_is_the_one_under_its_title() {
    let folder = workshop();
    let measured = "One kind\n\n| a |\n| - |\n| 1 |\n\nAnother kind\n\n| b |\n| - |\n| 2 |\n";
    write(folder.path(), "solutions/measured.md", measured);
    let page = expand(
        folder.path(),
        "{{#table ../../../solutions/measured.md Another kind}}\n",
    );
    assert_eq!(page.problems, []);
    assert_eq!(page.markdown, "| b |\n| - |\n| 2 |\n");
}

#[test]
fn a_directive_with_a_backslash_is_shown() {
    let text = "write `\\{{#picture x}}`\n\n```text\n\\{{#help}}\n```\n";
    assert_eq!(
        markdown(text),
        "write `{{#picture x}}`\n\n```text\n{{#help}}\n```\n"
    );
}

#[test]
fn what_cannot_be_obeyed_is_named_with_file_and_line() {
    for (line, words) in [
        ("{{#pictures split}}", "unknown directive `{{#pictures}}`"),
        ("{{#picture gone}}", "cannot read book/pictures/gone.svg"),
        (
            "{{#diagnostic exercise-9/step_1}}",
            "there is no exercise `exercise-9`",
        ),
        ("{{#diagnostic exercise-1/step_7}}", "recorded/step_7.json"),
        (
            "{{#diagnostic p9-gone}}",
            "there is no compile-fail/recorded/*/p9-gone.json",
        ),
        (
            "{{#diagnostic p1-twice 3}}",
            "holds 2 errors, so none with the number 3",
        ),
        (
            "{{#exercise exercise-9}}",
            "there is no exercise `exercise-9`",
        ),
        (
            "{{#verdict exercise-1}}",
            "no compile-fail/recorded/*/exercise-1.json",
        ),
        ("{{#help dance}}", "there is no command `cargo xtask dance`"),
        ("{{#include a.rs}}", "an include belongs into a code fence"),
        ("{{#table gone.md Costs}}", "cannot read `gone.md`"),
        ("{{#table ../../book.toml Costs}}", "has no line `Costs`"),
        (
            "{{#table ../../book.toml [book]}}",
            "has no table under `[book]`",
        ),
        ("> ```rust", "is not checked"),
    ] {
        let found = problems(&format!("# Title\n\n{line}\n"));
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(
            found[0].starts_with("book/src/tls/01-reader.md:3: "),
            "{found:?}"
        );
        assert!(found[0].contains(words), "{line}: {found:?}");
    }
}

#[test]
fn in_a_fence_only_includes_are_obeyed() {
    let found = problems("```text\n{{#help}}\n```\n");
    assert!(
        found[0].contains("only {{#include …}} is obeyed"),
        "{found:?}"
    );
    let found = problems("```rust\n{{#include ../../../solutions/lib.rs:gone}}\n```\n");
    assert!(found[0].contains(":2: `../../../solutions/lib.rs` has no `ANCHOR: gone`"));
}

#[test]
fn an_excerpt_comes_from_where_code_is_compiled() {
    let found = problems("```rust\n{{#include 01-reader.md:1}}\n```\n");
    assert!(
        found[0].contains("Rust code comes from solutions/"),
        "{found:?}"
    );
}

#[test]
fn a_fence_that_stays_open_is_found() {
    assert!(problems("text\n```rust\nfn f() {}\n")[0].contains(":2: this code fence is never"));
}

#[test]
fn a_typed_diagnostic_is_refused_wherever_it_stands() {
    for line in ["error[E0499]: no", "> error: no", "   --> src/lib.rs:1:1"] {
        for text in [format!("{line}\n"), format!("```text\n{line}\n```\n")] {
            assert!(
                problems(&text)[0].contains("a diagnostic that was typed"),
                "{text}"
            );
        }
    }
}

#[test]
fn an_unknown_objective_is_the_manifest_s_fault() {
    let folder = workshop();
    write(
        folder.path(),
        "book/objectives.toml",
        "L01 = { track = \"tls\", text = \"t\" }\n",
    );
    let problem = workshop_book::workshop::Workshop::load(folder.path())
        .unwrap_err()
        .to_string();
    assert!(
        problem.starts_with("exercises/tls/01-reader/Cargo.toml: "),
        "{problem}"
    );
    assert!(problem.contains("`L02`"), "{problem}");
}
