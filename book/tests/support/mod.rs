//! A workshop with one exercise, one recorded case and a book of two pages.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use workshop_book::page::{self, Page};
use workshop_book::workshop::Workshop;

const MANIFEST: &str = r#"
[package]
name = "exercise-1"

[package.metadata.workshop]
id = "exercise-1"
title = "The `take`"
minutes = 40
chapter = "tls/01-reader.md"

[[package.metadata.workshop.steps]]
title = "Repair it"
section = "repair"
objectives = ["L02", "L01"]
owns = ["take"]
fails = { error = "E0499" }

[[package.metadata.workshop.steps]]
title = "Predict it"
section = "predict"
objectives = ["L01"]
owns = ["predictions.toml"]
fails = { unpredicted = true }
predict = ["twice"]
"#;

const RECORDING: &str = r#"{
    "rustc": "1.95.0",
    "errors": [
        {
            "code": "E0499", "message": "one", "item": "take", "notes": [],
            "spans": [{
                "file": "src/lib.rs", "start": [3, 5], "end": [3, 9],
                "primary": true, "label": "here", "text": ["    take"]
            }],
            "rendered": "\u001b[1m\u001b[91mfirst\u001b[0m <a>\n\n  3 | take\n\n"
        },
        {
            "code": null, "message": "two", "item": null, "notes": [], "spans": [],
            "rendered": "\u001b[94msecond\u001b[0m\n\n"
        }
    ]
}"#;

const INDEX: &str = r#"
[[document]]
id = "part-1"
title = "The *first* part"

[[concept]]
id = "reborrow"
title = "Reborrows of `self`"
exercise = "exercise-1"
"#;

const FACTS: &str = r#"
[[case]]
id = "p1-twice"
section = "A section"
concept = "reborrow"
source = "code"
claim = "Twice is `once` too often."
documented = "compiles"
drift = "The document slipped, unlike `p1-once`; see `once`."
errors = [{ code = "E0499", message = "one" }, { code = "no-code", message = "two" }]
repaired-by = "p1-once"

[[case]]
id = "p1-once"
section = "A section"
concept = "reborrow"
source = "prose"
claim = "Once is enough."
documented = "compiles"
"#;

const TWICE: &str = "// It was lent, and\n// is lent again.\n\nfn main() { twice::<u8>() }\n";
const ONCE: &str = "// It is lent once.\n\nfn main() {}\n";

const OBJECTIVES: &str = r#"
L01 = { track = "tls", text = "take once" }
L02 = { track = "tls", text = "take twice" }
L03 = { track = "tls", text = "take thrice" }
"#;

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
    viewBox=\"0 0 10 10\">\n<title>T</title>\n<desc>D</desc>\n</svg>\n";

const CHAPTER: &str = "# The reader\n\n{{#exercise exercise-1}}\n\n\
    ## Repair {#repair}\n\n{{#diagnostic exercise-1/step_1}}\n\n{{#picture split}}\n\n\
    ## Predict {#predict}\n\n```rust\n{{#include ../../../solutions/lib.rs:take}}\n```\n";

const LIBRARY: &str =
    "mod m {\n    // ANCHOR: take\n    fn take() {}\n    // ANCHOR_END: take\n}\n";

/// Writes the workshop into a folder that goes when the value does.
pub fn workshop() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    for (file, text) in [
        ("Cargo.toml", "[workspace]\n"),
        ("exercises/tls/01-reader/Cargo.toml", MANIFEST),
        ("exercises/tls/01-reader/recorded/step_1.json", RECORDING),
        ("compile-fail/recorded/part-1/p1-twice.json", RECORDING),
        ("compile-fail/facts/index.toml", INDEX),
        ("compile-fail/facts/part-1.toml", FACTS),
        ("compile-fail/cases/part-1/p1-twice.rs", TWICE),
        ("compile-fail/cases/part-1/accepted/p1-once.rs", ONCE),
        ("solutions/lib.rs", LIBRARY),
        ("book/book.toml", include_str!("../../book.toml")),
        (
            "book/theme/workshop.css",
            include_str!("../../theme/workshop.css"),
        ),
        ("book/objectives.toml", OBJECTIVES),
        ("book/pictures/split.svg", PICTURE),
        (
            "book/src/SUMMARY.md",
            "[Front](front.md)\n\n- [The reader](tls/01-reader.md)\n- [Table](objectives.md)\n\n\
             [Museum](museum.md)\n[Codes](museum-codes.md)\n[Documents](museum-documents.md)\n",
        ),
        ("book/src/tls/01-reader.md", CHAPTER),
        ("book/src/front.md", "# Front\n"),
        (
            "book/src/museum.md",
            "# Museum\n\n{{#museum concepts}}\n\n{{#museum disagreements}}\n",
        ),
        ("book/src/museum-codes.md", "# Codes\n\n{{#museum codes}}\n"),
        (
            "book/src/museum-documents.md",
            "# Documents\n\n{{#museum documents}}\n",
        ),
        ("book/src/objectives.md", &all_commands()),
    ] {
        write(root, file, text);
    }
    folder
}

/// A page with the help of every command, as the real book has one.
fn all_commands() -> String {
    let mut page = "# Table\n\n{{#objectives}}\n\n{{#timetable}}\n".to_owned();
    for command in workshop_book::help::commands() {
        page += &format!("\n{{{{#help {command}}}}}\n");
    }
    page
}

/// Writes one file of the workshop.
pub fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Obeys the directives of a text that stands in `book/src/tls/01-reader.md`.
#[allow(dead_code, reason = "not every test file expands pages")]
pub fn expand(root: &Path, text: &str) -> Page {
    let workshop = Workshop::load(root).expect("a workshop");
    page::expand(&workshop, "tls/01-reader.md", text)
}
