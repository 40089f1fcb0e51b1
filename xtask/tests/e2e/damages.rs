//! An exercise that is broken in one way, and `verify` that says which.

use crate::learner::Learner;

const LINE: &str = "exercises/tls/01-line";
const TALLY: &str = "exercises/tls/02-tally";
const MANIFEST: &str = "exercises/tls/01-line/Cargo.toml";

/// Damages a proved workshop, and insists on what `verify` has against it.
#[track_caller]
fn found(name: &str, id: &str, damage: impl FnOnce(&Learner), findings: &[&str]) {
    let learner = Learner::small(&format!("damages-{name}"));
    damage(&learner);
    let mut ran = learner.runs(&format!("verify {id}")).exits(1);
    for finding in findings {
        ran = ran.says(finding);
    }
}

#[test]
fn files_that_are_missing_or_too_many() {
    let damage = |learner: &Learner| {
        learner.edit(
            &format!("{LINE}/hints/step_2.md"),
            "## The shape",
            "## Shape",
        );
        learner.write(&format!("{LINE}/wrong/unknown/lib.rs"), "fn a() {}");
        learner.write(&format!("{LINE}/predict/stray.rs"), "fn main() {}");
        learner.write(&format!("{LINE}/tests/stray.rs"), "");
        learner.write("book/src/tls/01-line.md", "# A chapter\n");
        learner.edit(
            MANIFEST,
            "\"Line::left\"",
            "\"Line::left\", \"Line::length\"",
        );
        learner.edit(
            &format!("{LINE}/starter/predictions.toml"),
            "together = \"?\"",
            "",
        );
    };
    found(
        "files",
        "1",
        damage,
        &[
            "hints/step_2.md: it has not the four sections",
            "wrong/unknown: Cargo.toml does not say what it is",
            "predict/stray.rs: no step in Cargo.toml names it",
            "tests/stray.rs: no step in Cargo.toml names it",
            "step 1 points to #promise-less, which is no heading",
            "a step owns `Line::length`, which is neither in starter nor solution",
            "predictions.toml: `together` is not asked for",
            "checks.sha256: it is not current",
            "starter/predictions.toml edited",
            "tests/stray.rs added",
        ],
    );
}

#[test]
fn a_step_that_nothing_judges() {
    let damage = |learner: &Learner| {
        std::fs::remove_file(learner.root.join(LINE).join("tests/step_2.rs")).unwrap();
    };
    found(
        "unjudged",
        "1",
        damage,
        &[
            "tests/step_2.rs: nothing judges step 2",
            "stage-2: it should compile and fail, but it passes",
            "wrong/counts-one-more: it is not rejected",
        ],
    );
}

#[test]
fn a_starter_that_fails_in_another_way() {
    let damage = |learner: &Learner| {
        let lib = format!("{LINE}/starter/lib.rs");
        learner.edit(
            &lib,
            "Line { rest: bytes }",
            "Line { rest: &mut bytes[1..], x: 1 }",
        );
        learner.edit(&lib, "todo!(\"step 2\")", "todo!(\"later\")");
    };
    found(
        "starter",
        "1",
        damage,
        &[
            "starter/lib.rs: no step owns what differs: Line::new",
            "starter: an error that no step owns (E0560, Line::new)",
            "recorded/step_1.json: starter: its errors are not those that are recorded",
        ],
    );
    let damage = |learner: &Learner| {
        learner.edit(
            &format!("{LINE}/starter/lib.rs"),
            "todo!(\"step 2\")",
            "todo!(\"later\")",
        );
    };
    found(
        "starter",
        "1",
        damage,
        &["stage-2: it should fail with “step 2”, but says"],
    );
}

#[test]
fn a_starter_that_does_not_fail() {
    let damage = |learner: &Learner| {
        let lib = format!("{LINE}/starter/lib.rs");
        learner.edit(&lib, "-> &'a mut [u8] {", "-> &'s mut [u8] {");
        let predictions = format!("{LINE}/starter/predictions.toml");
        learner.edit(&predictions, "together = \"?\"", "together = \"E0499\"");
        learner.edit(&predictions, "another = \"?\"", "another = \"compiles\"");
    };
    found(
        "solved",
        "1",
        damage,
        &[
            "starter: it should not compile (no code), but it passes",
            "stage-3: it should compile and fail, but it passes",
        ],
    );
}

#[test]
fn recordings_that_are_stale_or_missing() {
    let damage = |learner: &Learner| {
        let recording = format!("{LINE}/recorded/step_1.json");
        learner.edit(&recording, "consider adding", "consider to add");
        std::fs::remove_file(learner.root.join(TALLY).join("recorded/step_1.json")).unwrap();
    };
    found(
        "recordings",
        "1",
        damage,
        &["recorded/step_1.json: starter: the compiler's words are others"],
    );
    found(
        "recordings",
        "2",
        damage,
        &["recorded/step_1.json: starter: its errors are not recorded"],
    );
    let learner = Learner {
        root: Learner::small("damages-recordings").root,
    };
    damage(&learner);
    let blessed = learner.runs("bless").exits(0);
    blessed
        .says("changed: exercises/tls/01-line/recorded/step_1.json")
        .says("written: exercises/tls/02-tally/recorded/step_1.json");
    learner.runs("verify").exits(0);
}

#[test]
fn answers_that_are_judged_in_another_way() {
    let damage = |learner: &Learner| {
        learner.write(
            &format!("{LINE}/right/split/lib.rs"),
            "impl Line<'_> { pub fn left(&self) -> usize { 4 } }",
        );
        learner.write(
            &format!("{LINE}/wrong/copy/lib.rs"),
            "// Nothing is wrong here.\n",
        );
        learner.edit(
            MANIFEST,
            "says = \"three bytes are left\"",
            "says = \"four bytes are left\"",
        );
    };
    found(
        "answers",
        "1",
        damage,
        &[
            "right/split: step 2: it fails",
            "three bytes are left left: 4 right: 3",
            "wrong/copy: it is not rejected: step 1: it passes",
            "wrong/counts-one-more: “four bytes are left” is not said",
        ],
    );
    let damage = |learner: &Learner| {
        learner.edit(MANIFEST, "step = 2\nsays", "step = 3\nsays");
        learner.edit(
            MANIFEST,
            "throws the second half away\"",
            "throws it away\"\nsays = \"well done\"",
        );
        learner.write(
            &format!("{LINE}/wrong/copy/lib.rs"),
            "impl Line<'_> { fn front( }",
        );
    };
    found(
        "answers",
        "1",
        damage,
        &[
            "wrong/counts-one-more: it should be step 3 that rejects it, but step 2: it fails",
            "right/split: nothing in the verdict says “well done”",
            "wrong/copy/lib.rs: this or the solution's lib.rs does not parse",
        ],
    );
}

#[test]
fn a_solution_that_does_not_solve() {
    let damage = |learner: &Learner| {
        let solution = "solutions/tls/02-tally/src/lib.rs";
        let text = learner.read(solution);
        learner.write(solution, &text.replace("+ 1", "+ 2"));
        assert_ne!(text, learner.read(solution));
    };
    found(
        "solution",
        "2",
        damage,
        &["solutions/tls/02-tally/src: step 1: it fails"],
    );
}

/// rustc offers to write `&mut`, and is sure of it.
const FIXED_BY_A_KEY: &str = "
/// Adds the next number.
pub fn carry_on(tally: &mut Vec<u32>) {
    let numbers = tally;
    let last: &u32 = *numbers.last().unwrap() + 1;
    numbers.push(last);
}
";

#[test]
fn a_step_that_a_quick_fix_solves() {
    let damage = |learner: &Learner| {
        learner.write(&format!("{TALLY}/starter/lib.rs"), FIXED_BY_A_KEY);
        learner.edit(&format!("{TALLY}/Cargo.toml"), "E0502", "E0308");
        learner.runs("bless 2").exits(0).says("mismatched types");
    };
    found(
        "quick-fix",
        "2",
        damage,
        &["the compiler's suggestion solves step 1"],
    );
}
