//! Every exercise there is, as a learner on a fresh clone meets it.

use serde_json::Value;

use crate::learner::Learner;

/// The exercises' ids.
fn ids(learner: &Learner) -> Vec<String> {
    let list = learner.runs("list --format json").exits(0).json();
    let exercises = list["exercises"].as_array().unwrap();
    exercises
        .iter()
        .map(|exercise| exercise["id"].as_str().unwrap().to_owned())
        .collect()
}

/// Where the exercise with this id stands.
fn state(learner: &Learner, id: &str) -> Value {
    let list = learner.runs("list --format json").exits(0).json();
    let exercises = list["exercises"].as_array().unwrap();
    exercises
        .iter()
        .find(|exercise| exercise["id"] == id)
        .unwrap()["state"]
        .clone()
}

#[test]
fn each_exercise_can_be_failed_and_caught_up_with() {
    let learner = Learner::real("real");
    let ids = ids(&learner);
    assert_eq!(ids.len(), learner.exercises().len());
    learner.runs("doctor").exits(0);
    for id in &ids {
        let verdict = learner
            .runs(&format!("check {id} --format json"))
            .exits(1)
            .json();
        let errors = verdict["steps"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|step| step["errors"].as_array().unwrap());
        let (intended, others): (Vec<_>, Vec<_>) =
            errors.partition(|error| error["intended"] == true);
        assert!(others.is_empty(), "{id}: {others:#?}");
        // A starter that compiles fails in its tests or for want of predictions.
        let fails = verdict["steps"][0]["status"] == "failed";
        assert!(fails || !intended.is_empty(), "{id}: {verdict:#}");
        assert_eq!(state(&learner, id), "not_yet");

        learner
            .runs(&format!("hint {id} --all"))
            .exits(0)
            .says("Hint 4 of 4");
        learner.runs(&format!("explain {id}")).exits(0);
        learner.runs(&format!("solution {id}")).exits(1);

        learner.runs(&format!("solution {id} --apply")).exits(0);
        learner.runs(&format!("check {id}")).exits(0);
        assert_eq!(state(&learner, id), "applied");
    }
    learner.runs("check --all").exits(0);
    learner
        .runs("")
        .exits(0)
        .says("Every exercise is done, all of them with our solution.");
    for id in &ids {
        learner.runs(&format!("reset {id}")).exits(0);
        assert_eq!(state(&learner, id), "not_yet");
        learner
            .runs(&format!("solution {id} --peek"))
            .exits(0)
            .says("+++ ours:");
    }
}

/// rustc's help is what most learners try first, and rustc has two errors for it.
#[test]
fn the_help_of_the_compiler_gets_one_remark() {
    let learner = Learner::real("help");
    let file = "exercises/tls/01-reader/src/frozen.rs";
    for (from, to) in [
        ("take<'s>(&'s mut self", "take<'s: 'a>(&'s mut self"),
        ("take<'s: 'a>(&'s mut self", "take(&'a mut self"),
    ] {
        learner.edit(file, from, to);
        let verdict = learner
            .runs("check exercise-1 --format json")
            .exits(1)
            .json();
        let words = verdict["steps"][1]["message"].as_str().unwrap();
        assert_eq!(words.matches("Go back to step 1").count(), 1, "{words}");
        // As rustc writes it, so that it can be clicked.
        let place = format!("{file}:45:");
        assert_eq!(words.matches(&place).count(), 1, "{words}");
        let rustc = &verdict["steps"][1]["errors"][0]["rendered"];
        assert!(rustc.as_str().unwrap().contains(&place), "{rustc}");
    }
}

/// The same code in the same function with the same label on the conflict: it is the reason
/// why the loan lasts that tells them apart.
#[test]
fn an_error_with_another_cause_is_not_the_steps_own() {
    let learner = Learner::real("cause");
    let file = "exercises/tls/06-connection/src/connection.rs";
    let starter = learner.read(file);
    let in_the_arm = "let done = input.done();\n                self.incoming.discard(done);";
    let moved = in_the_arm.replace(" self", " let _ = 1;\n                self");
    for (from, to, intended) in [
        ("input", "lent", true),
        (in_the_arm, &*moved, true),
        (
            "return Err",
            "drop(self.incoming.lend());\n                return Err",
            true,
        ),
        (in_the_arm, "self.incoming.discard(input.done());", false),
    ] {
        learner.write(file, &starter);
        learner.edit(file, from, to);
        let verdict = learner
            .runs("check exercise-6 --format json")
            .exits(1)
            .json();
        let errors = verdict["steps"][0]["errors"].as_array().unwrap();
        assert!(!errors.is_empty(), "{to}: {verdict:#}");
        for error in errors {
            assert_eq!(error["code"], "E0499", "{to}: {error:#}");
            assert_eq!(error["intended"], intended, "{to}: {error:#}");
        }
    }
}

#[test]
fn a_function_of_ones_own_belongs_to_the_step_of_its_file() {
    let learner = Learner::real("own-function");
    for (exercise, file, step) in [
        ("exercise-3", "exercises/tls/03-codec/src/vector.rs", 3),
        ("exercise-4", "exercises/tls/04-deframer/src/inner.rs", 3),
    ] {
        let text = learner.read(file) + "\nfn elements() -> u8 {\n    \"\"\n}\n";
        learner.write(file, &text);
        let verdict = learner
            .runs(&format!("check {exercise} --format json"))
            .exits(1)
            .json();
        let step = &verdict["steps"][step - 1];
        assert_eq!(step["errors"][0]["code"], "E0308", "{verdict:#}");
        let words = step["message"].as_str().unwrap();
        assert!(
            words.contains("`elements`, which you have added"),
            "{words}"
        );
    }
}

/// Whole messages and records are compared, and nobody reads one in full.
#[test]
fn bytes_that_differ_fit_the_screen() {
    let learner = Learner::real("bytes");
    learner.solves("04-deframer");
    learner.edit(
        "exercises/tls/04-deframer/src/lib.rs",
        "self.start += consumed.0;",
        "self.start += consumed.0 + 1;",
    );
    let ran = learner.runs("check exercise-4 --step 1").exits(1);
    for line in ran.stdout.lines() {
        assert!(line.chars().count() <= 160, "{}", ran.shown());
    }
    ran.says("found: 678 bytes, from byte 0 on: 03 03 02 a2")
        .says("expected: 679 bytes, from byte 0 on: 17 03 03 02");
}

#[test]
fn the_museum_answers_from_the_command_line() {
    let learner = Learner::real("explained");
    let all = learner.runs("errors --format json").exits(0).json();
    let cases = all["cases"].as_array().unwrap();
    assert!(cases.len() > 500, "{} cases", cases.len());
    // `tests/museum/` goes through all of them.
    for case in cases.iter().step_by(50) {
        let id = case["id"].as_str().unwrap();
        learner
            .runs(&format!("errors {id}"))
            .exits(0)
            .says(case["claim"].as_str().unwrap().split(' ').next().unwrap());
        let typo = format!("errors {}", id.replacen('-', "--", 1));
        learner.runs(&typo).exits(2).says("did you mean");
    }
    learner
        .runs("explain E0499")
        .exits(2)
        .says("cargo xtask errors E0499");
}

#[test]
fn a_bonus_may_stay_open() {
    let learner = Learner::real("bonus");
    learner.runs("solution exercise-5 --apply").exits(0);
    // A box of its own: right, but not what the bonus asks for.
    learner.edit(
        "exercises/tls/05-state/src/body.rs",
        "let states: Vec<S> = (self as Box<[S]>).into_vec();",
        "let [state] = *self;\n        let states: Vec<S> = vec![state];",
    );
    let verdict = learner
        .runs("check exercise-5 --format json")
        .exits(0)
        .json();
    assert_eq!(verdict["passed"], true);
    assert_eq!(verdict["steps"][5]["status"], "failed");
    assert_eq!(state(&learner, "exercise-5"), "solved");
    learner
        .runs("check exercise-5")
        .exits(0)
        .says("5 of 6 steps pass, and the rest is a bonus")
        .says("cargo xtask check exercise-5 --step 6");
    learner.runs("check exercise-5 --step 6").exits(1);
}
