//! Verdicts in all kinds of circumstances.

use crate::learner::Learner;

const LIB: &str = "exercises/tls/01-line/src/lib.rs";
const TALLY: &str = "exercises/tls/02-tally/src/lib.rs";

#[test]
fn settings_for_other_work_make_no_difference() {
    let learner = Learner::small("settings");
    learner.solves("02-tally");
    // A warning in the answer, and everything set that could trip over it.
    learner.edit(TALLY, "{\n", "{\n    let unused = 1;\n");
    let verdict = learner.runs_with("check 2 --format json", |command| {
        command
            .env("RUSTFLAGS", "-D warnings -Ctarget-cpu=generic")
            .env("CARGO_BUILD_TARGET", "wasm32-unknown-unknown")
            .env("CARGO_TERM_COLOR", "always")
            .env("CARGO_TERM_VERBOSE", "true")
            .env("RUST_BACKTRACE", "full")
            .env("RUST_TEST_THREADS", "1")
            .env("RUST_TEST_NOCAPTURE", "1");
    });
    assert_eq!(verdict.exits(0).json()["passed"], true);
}

#[test]
fn where_the_time_went_is_told_to_who_asks() {
    let learner = Learner::small("timed");
    let timed = learner.runs_with("check 2", |command| {
        command.env("WORKSHOP_TIMINGS", "1");
    });
    assert!(timed.stderr.contains(": cargo "), "{}", timed.shown());
    assert!(
        timed.stderr.contains(", running tests "),
        "{}",
        timed.shown()
    );
    learner.runs("check 2").keeps_quiet_about("running tests");
}

#[test]
fn the_target_folder_is_the_users() {
    let learner = Learner::small("target-folder");
    let elsewhere = tempfile::tempdir().unwrap();
    let ran = learner.runs_with("check 2 --format json", |command| {
        command.env("CARGO_TARGET_DIR", elsewhere.path().join("my target"));
    });
    let verdict = ran.exits(1).json();
    assert_eq!(verdict["steps"][0]["errors"][0]["intended"], true);
    assert_eq!(verdict["steps"][0]["errors"][0]["file"], TALLY);
    assert!(elsewhere.path().join("my target/workshop").is_dir());
}

#[test]
fn an_answer_that_does_not_parse_has_its_step() {
    let learner = Learner::small("syntax");
    learner.solves("01-line");
    learner.edit(LIB, "self.rest.len()", "self.rest.len(");
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    let status: Vec<_> = (0..3)
        .map(|at| verdict["steps"][at]["status"].clone())
        .collect();
    assert_eq!(status, ["not_reached", "does_not_compile", "not_reached"]);
    assert_eq!(verdict["steps"][1]["errors"][0]["intended"], false);

    // An error in a step that was not asked for is shown all the same.
    let verdict = learner
        .runs("check 1 --step 1 --format json")
        .exits(1)
        .json();
    let steps: Vec<_> = verdict["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["step"])
        .collect();
    assert_eq!(steps, [1, 2]);
}

#[test]
fn what_follows_from_a_slip_in_writing_is_left_out() {
    let learner = Learner::small("slip");
    learner.solves("01-line");
    let left = "\n    pub fn left(&self) -> usize {\n        self.rest.len()\n    }";
    let text = learner
        .read(LIB)
        .replace("/// How many bytes are left.", "");
    learner.write(LIB, &text.replace(left.trim_start(), "pub fn left(&self)"));
    let more = "    fn more(&self) -> Nothing {\n        Nothing\n    }\n\n    /// All of";
    learner.edit(LIB, "    /// All of", more);
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert_eq!(verdict["steps"][0]["status"], "not_reached", "{verdict:#}");
    let errors = verdict["steps"][1]["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let message = errors[0]["message"].as_str().unwrap();
    assert!(message.starts_with("expected one of"), "{message}");
    assert!(errors[0]["similar"].is_null(), "{errors:#?}");
    learner
        .runs("check 1")
        .exits(1)
        .says("rustc cannot read src/lib.rs here")
        .says("3 other errors are left out here; nearly always they follow")
        .keeps_quiet_about("E0412");
}

#[test]
fn a_step_alone_does_not_count_as_solved() {
    let learner = Learner::small("step");
    learner.solves("01-line");
    learner.edit(LIB, "self.rest.len()", "todo!()");
    learner
        .runs("check 1 --step 1")
        .exits(0)
        .says("This step passes");
    learner
        .runs("check 1 --step 2")
        .exits(1)
        .says("not yet implemented");
    learner.runs("list").says("not yet");
}

#[test]
fn an_error_outside_of_every_step_is_told_so() {
    let learner = Learner::small("outside");
    learner.edit(LIB, "Line { rest: bytes }", "Line { bytes }");
    learner
        .runs("check 1")
        .exits(1)
        .says("`Line::new` in src/lib.rs is outside of what the steps ask");
    learner.write(LIB, "pub use std::nothing::at_all;");
    learner.runs("check 1").exits(1).says("E0432");
}

/// That place is in a file of the learner's, and not in the macro's.
#[test]
fn an_error_inside_of_a_macro_is_where_it_is_called() {
    let learner = Learner::small("macro");
    learner.solves("01-line");
    let text = learner.read(LIB);
    let call = "        assert_eq!(T, T);\n";
    let line = 1 + text
        .lines()
        .position(|line| line.contains("fn left"))
        .unwrap();
    let (before, after) = text.split_at(text.find("    pub fn left").unwrap());
    let (signature, body) = after.split_once('\n').unwrap();
    let added = "\nstruct T;\n\nfn added() -> u8 {\n    T\n}\n";
    learner.write(LIB, &format!("{before}{signature}\n{call}{body}{added}"));
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    let ours = verdict["steps"][1]["message"].as_str().unwrap();
    assert!(ours.contains(&format!("{LIB}:{}:9", line + 1)), "{ours}");
}

#[test]
fn a_function_of_ones_own_belongs_to_the_step_beside_it() {
    let learner = Learner::small("helper");
    learner.solves("01-line");
    let helper = "\n    fn all(&self) -> usize {\n        self.rest\n    }\n}\n";
    let text = learner.read(LIB);
    learner.write(
        LIB,
        &(text.trim_end().trim_end_matches('}').to_owned() + helper),
    );
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert_eq!(verdict["steps"][0]["status"], "not_reached");
    assert_eq!(verdict["steps"][1]["errors"][0]["code"], "E0308");
    learner
        .runs("check 1")
        .exits(1)
        .says("This error is in `Line::all`, which you have added in src/lib.rs.")
        .says("cargo xtask hint exercise-1 --step 2")
        .keeps_quiet_about("outside of what the steps");

    // So does an import, and a file has no step beside it.
    learner.solves("01-line");
    learner.edit(LIB, "/// What is left", "mod more;\n\n/// What is left");
    learner.write(
        "exercises/tls/01-line/src/more.rs",
        "use nobody::nothing;\n",
    );
    learner
        .runs("check 1")
        .exits(1)
        .says("an import that you have added in src/more.rs.");
    learner.write("exercises/tls/01-line/src/more.rs", "struct More(Less);\n");
    learner
        .runs("check 1")
        .exits(1)
        .says("`More`, which you have added in src/more.rs.");
}

#[test]
fn programs_that_end_too_early_have_shown_nothing() {
    let learner = Learner::small("exits");
    let with = |body: &str| {
        let text = format!("pub fn carry_on(tally: &mut Vec<u32>) {{ let _ = tally; {body} }}");
        learner.write(TALLY, &text);
        learner.runs("check 2").exits(1)
    };
    with("std::process::exit(0)").says("ended before they were through");
    with("std::process::abort()").says("ended before they were through");
    with("fn f(x: u64) -> u64 { if x == 0 { 0 } else { f(x + 1) + f(x - 1) } } print!(\"{}\", f(1));")
        .says("overflowed its stack");
    with("println!(\"said on the way\"); panic!(\"no more\")")
        .says("said on the way")
        .says("no more")
        .keeps_quiet_about("RUST_BACKTRACE");
}

#[test]
fn predictions_are_compared_with_the_compiler() {
    let learner = Learner::small("predictions");
    learner.solves("01-line");
    let file = "exercises/tls/01-line/src/predictions.toml";
    learner.write(file, "one_after_another = \"E0499\"\ntogether = \"?\"\n");
    learner
        .runs("check 1")
        .exits(1)
        .says("`one_after_another`: you say E0499, but the compiler accepts it")
        .says("Not predicted yet: `together`");
    learner.write(
        file,
        "one_after_another = \"compiles\"\ntogether = \"compiles\"\n",
    );
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    let error = &verdict["steps"][2]["errors"][0];
    assert_eq!(error["code"], "E0499");
    assert_eq!(error["file"], "exercises/tls/01-line/predict/together.rs");
    assert_eq!(error["intended"], false);
    assert_eq!(verdict["steps"][2]["status"], "failed");
}

#[test]
fn what_is_not_the_learners_fault_is_the_workshops() {
    let learner = Learner::small("broken");
    let manifest = "exercises/tls/01-line/Cargo.toml";
    learner.edit(
        manifest,
        "[lints]",
        "[dependencies]\nmoves = { path = \"../../../solutions/foundations/01-moves\" }\n\n[lints]",
    );
    learner.write(
        "solutions/foundations/01-moves/src/lib.rs",
        "pub fn broken( {",
    );
    let ran = learner.runs("check 1").exits(3);
    ran.says("depends on does not compile")
        .says("solutions/foundations/01-moves/src/lib.rs");

    learner.edit(manifest, "moves = {", "nobody.workspace = true\nmoves = {");
    learner
        .runs("check 1")
        .exits(3)
        .says("cargo itself failed")
        .says("nobody");

    learner.edit(manifest, "title = \"A line of bytes\"", "title = 5");
    learner.runs("check 1").exits(3);
    learner
        .runs("check line")
        .exits(3)
        .says("exercises/tls/01-line/Cargo.toml")
        .says("line");
    // Others can be worked on, as far as this is our concern.
    learner.runs("hint 2").exits(0);

    std::fs::remove_file(learner.root.join(LIB)).unwrap();
    let learner = Learner::small("broken");
    std::fs::remove_file(learner.root.join(LIB)).unwrap();
    learner
        .runs("check 1")
        .exits(3)
        .says("cargo xtask reset exercise-1");
}

#[test]
fn an_exercise_without_tests_is_judged_all_the_same() {
    let learner = Learner::small("without-tests");
    learner.solves("01-line");
    learner.solves("02-tally");
    std::fs::remove_dir_all(learner.root.join("exercises/tls/01-line/tests")).unwrap();
    for line in ["check --all --format json", "check 1 --format json"] {
        let verdict = learner.runs(line).exits(1).json();
        let verdict = verdict.get(0).unwrap_or(&verdict);
        assert_eq!(verdict["passed"], false);
        assert_eq!(verdict["steps"][2]["status"], "passed");
    }
    let predictions = "exercises/tls/01-line/src/predictions.toml";
    learner.write(predictions, "");
    for line in [
        "check --all --format json",
        "check 1 --step 3 --format json",
    ] {
        let verdict = learner.runs(line).exits(1).json();
        let steps = &verdict.get(0).unwrap_or(&verdict)["steps"];
        let last = steps.as_array().unwrap().last().unwrap();
        assert_eq!(last["status"], "failed");
    }
}

#[test]
fn probes_are_compiled_against_the_learners_crate() {
    let learner = Learner::small("probes");
    learner.solves("01-line");
    let probes = "\
        [[package.metadata.workshop.steps.probes]]\n\
        file = \"probes/together.rs\"\n\
        expect = \"E0499\"\n\
        says = \"Two pieces must not be alive at once.\"\n\n\
        [[package.metadata.workshop.steps.probes]]\n\
        file = \"probes/shared.rs\"\n\
        expect = \"compiles\"\n\
        remark = true\n\
        says = \"You are ahead.\"\n\n\
        [[package.metadata.workshop.steps]]\n\
        title = \"Count what is left\"";
    let manifest = "exercises/tls/01-line/Cargo.toml";
    learner.edit(
        manifest,
        "[[package.metadata.workshop.steps]]\ntitle = \"Count what is left\"",
        probes,
    );
    let program = |pieces: &str| {
        format!(
            "use line::Line;\nfn main() {{\n    let mut bytes = [1, 2];\n    \
             let mut line = Line::new(&mut bytes);\n    {pieces}\n}}\n"
        )
    };
    let together =
        "let one = line.front(1);\n    let other = line.front(1);\n    one[0] = other[0];";
    learner.write(
        "exercises/tls/01-line/probes/together.rs",
        &program(together),
    );
    let shared = "let one = line.left();\n    let other: Option<u8> = line.spare();";
    learner.write("exercises/tls/01-line/probes/shared.rs", &program(shared));
    // The checksums are those of the exercise as it is now.
    learner.runs("bless 1").exits(0);
    learner
        .runs("check 1")
        .exits(0)
        .keeps_quiet_about("Two pieces")
        .keeps_quiet_about("ahead");

    // The remark is made once its condition holds, and the step passes all the same.
    let left = "    pub fn left(&self) -> usize {";
    learner.edit(
        LIB,
        left,
        &format!("    pub fn spare(&self) -> Option<u8> {{ None }}\n{left}"),
    );
    learner.runs("check 1").exits(0).says("You are ahead.");

    // Another error than the expected one is not good enough, and it is shown.
    learner.edit(LIB, "pub fn new", "pub(crate) fn new");
    learner.edit(
        LIB,
        left,
        &format!("    pub fn of(bytes: &'a mut [u8]) -> Self {{ Self::new(bytes) }}\n{left}"),
    );
    for test in ["step_1", "step_2"] {
        learner.edit(
            &format!("exercises/tls/01-line/tests/{test}.rs"),
            "Line::new",
            "Line::of",
        );
    }
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    let step = &verdict["steps"][0];
    assert_eq!(step["status"], "failed");
    assert_eq!(step["errors"][0]["code"], "E0624");
    assert_eq!(
        step["errors"][0]["file"],
        "exercises/tls/01-line/probes/together.rs"
    );
    assert!(
        step["message"]
            .as_str()
            .unwrap()
            .contains("Two pieces must not be alive")
    );
}

#[test]
fn an_unintended_error_is_sent_to_the_case_most_like_it() {
    let learner = Learner::small("similar");
    learner.edit(
        LIB,
        "&mut self.rest[..n]",
        "let one = &mut self.rest;\n        let other = &mut self.rest;\n        \
         one[0] = 1;\n        other[0] = 2;\n        todo!()",
    );
    learner
        .runs("check 1")
        .exits(1)
        .says("Alike  cargo xtask errors lr-two-exclusive");
    let errors = |verdict: serde_json::Value| verdict["steps"][0]["errors"].clone();
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert_eq!(errors(verdict)[0]["similar"], "lr-two-exclusive");

    // The museum is no part of the verdict.
    learner.write("compile-fail/facts/index.toml", "broken");
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert!(errors(verdict)[0]["similar"].is_null());
    learner.runs("errors").exits(3).says("facts/index.toml");

    // An error that nothing resembles is sent nowhere, and the intended one neither.
    let learner = Learner::small("similar");
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert_eq!(errors(verdict.clone())[0]["intended"], true);
    assert!(errors(verdict)[0]["similar"].is_null());
    learner.edit(LIB, "&mut self.rest[..n]", "nobody");
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert!(errors(verdict)[0]["similar"].is_null());
}

#[test]
fn drift_says_what_is_missing_and_installs_nothing() {
    let learner = Learner::small("drift");
    let empty = learner.root.join("target/no-rustup");
    std::fs::create_dir_all(&empty).unwrap();
    let without = |line: &str| {
        learner.runs_with(line, |command| {
            command.env("RUSTUP_HOME", &empty);
        })
    };
    without("drift")
        .exits(2)
        .says("is installed to compare with");
    without("drift --polonius")
        .exits(2)
        .says("a nightly is needed");
    without("drift --toolchain 1.0.0")
        .exits(2)
        .says("`1.0.0` is not installed");
    without("drift --toolchain no/such/rustc")
        .exits(2)
        .says("no/such/rustc is no compiler");
    assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);

    // The pinned compiler, found by its path, says what is recorded.
    let rustc = std::process::Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(&learner.root)
        .output()
        .unwrap();
    let sysroot = String::from_utf8(rustc.stdout).unwrap();
    let line = format!("drift --toolchain {}", sysroot.trim());
    learner
        .runs(&line)
        .exits(0)
        .says("No change in all of 10 answers.");
    learner
        .runs(&format!("{line} --polonius"))
        .exits(2)
        .says("only a nightly");

    // A case that is said to compile, and does not.
    let case = "compile-fail/cases/learning-rust/accepted/lr-supertrait-upcast.rs";
    learner.write(case, "// No.\n\nfn main() { nobody() }\n");
    let report = learner
        .runs(&format!("{line} --format json"))
        .exits(1)
        .json();
    assert_eq!(report["changes"][0]["case"], "lr-supertrait-upcast");
    assert_eq!(report["changes"][0]["severity"], "outcome");
}
