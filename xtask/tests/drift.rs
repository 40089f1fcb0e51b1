//! The report on a compiler that says other things, from recordings of two compilers.
//!
//! `drift/was/` is what 1.95.0 says to a few programs, `drift/now/` what the nightly
//! 1.97.0 of 2026-05-19 says: a difference that no second compiler is needed for.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::cargo::toolchain::Toolchain;
use xtask::museum::drift::{Change, compare};
use xtask::museum::facts::Facts;
use xtask::recording::Recording;
use xtask::terminal::{Look, drift};

fn recording(folder: &str, case: &str) -> Recording {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/drift/{folder}/{case}"));
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn changes() -> (usize, Vec<Change>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drift/was");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    cases.sort();
    let changed = cases.iter().filter_map(|file| {
        let id = file.trim_end_matches(".json");
        compare(id, &recording("was", file), &recording("now", file))
    });
    let mut changed: Vec<Change> = changed.collect();
    changed.sort_by_key(|change| change.severity);
    (cases.len(), changed)
}

#[test]
fn a_recorded_difference_is_told_by_severity() {
    let toolchain = Toolchain {
        name: "nightly-x86_64-unknown-linux-gnu".into(),
        rustc: PathBuf::from("rustc"),
        release: recording("now", "lr-two-exclusive.json").rustc,
    };
    let pinned = recording("was", "lr-two-exclusive.json").rustc;
    let (cases, changes) = changes();
    let shown = [Look::Rich, Look::Plain].map(|look| {
        let text = drift::render(&pinned, &toolchain, cases, &changes, look);
        anstream::adapter::strip_str(&text).to_string()
    });
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => "drift/snapshots",
    }, {
        insta::assert_snapshot!("report", shown.join("\n"));
    });
}

#[test]
fn what_the_next_borrow_checker_accepts_is_named_with_its_reason() {
    let toolchain = Toolchain {
        name: "nightly".into(),
        rustc: PathBuf::from("rustc"),
        release: "1.97.0-nightly".into(),
    };
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../compile-fail");
    let facts = Facts::open(&suite).unwrap();
    let accepted: Vec<_> = facts.cases().filter(|case| case.polonius_accepts).collect();
    assert_eq!(accepted.len(), 3);
    let text = drift::polonius(&toolchain, 350, &accepted, Look::Rich);
    let text = anstream::adapter::strip_str(&text).to_string();
    for case in accepted {
        assert!(text.contains(&case.id), "{text}");
    }
    let why = "Why  cargo xtask errors nll-problem-case-3\n";
    assert_eq!(text.matches(why).count(), 1, "{text}");
    let none = drift::polonius(&toolchain, 350, &[], Look::Plain);
    assert!(none.contains("none is accepted"), "{none}");
}

#[test]
fn nothing_changed_is_said_too() {
    let toolchain = Toolchain {
        name: "stable".into(),
        rustc: PathBuf::from("rustc"),
        release: "1.96.0".into(),
    };
    let text = drift::render("1.95.0", &toolchain, 7, &[], Look::Plain);
    let text = anstream::adapter::strip_str(&text).to_string();
    assert!(text.contains("No change in all of 7 answers."), "{text}");
}
