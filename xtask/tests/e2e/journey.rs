//! From a fresh clone to the next exercise.

use crate::learner::Learner;

const LIB: &str = "exercises/tls/01-line/src/lib.rs";

#[test]
fn a_learner_goes_from_the_starter_to_the_next_exercise() {
    let learner = Learner::small("journey");
    learner
        .runs("")
        .exits(0)
        .says("Next: exercise-1")
        .says("cargo xtask check exercise-1");

    let verdict = learner
        .runs("check exercise-1 --format json")
        .exits(1)
        .json();
    assert_eq!(verdict["passed"], false);
    assert_eq!(verdict["steps"][0]["status"], "does_not_compile");
    assert_eq!(verdict["steps"][0]["errors"][0]["intended"], true);
    assert_eq!(verdict["steps"][1]["status"], "not_reached");
    learner
        .runs("hint 1")
        .exits(0)
        .says("step 1")
        .says("Hint 1 of 4")
        .says("3 hints left");
    learner
        .runs("hint 1")
        .exits(0)
        .says("Hint 2 of 4")
        .says("2 hints left");

    // A wrong answer, and words for it.
    learner.edit(
        LIB,
        "fn front<'s>(&'s mut self, n: usize) -> &'a mut [u8]",
        "fn front(&mut self, n: usize) -> Vec<u8>",
    );
    learner.edit(LIB, "&mut self.rest[..n]", "self.rest[..n].to_vec()");
    learner
        .runs("check 1")
        .exits(1)
        .says("E0308")
        .says("A copy of the bytes is not the bytes");

    // The right answer to step 1 leads to step 2, and so do the hints.
    learner.edit(LIB, "-> Vec<u8>", "-> &mut [u8]");
    learner.edit(LIB, "self.rest[..n].to_vec()", "&mut self.rest[..n]");
    let verdict = learner.runs("check 01-line --format json").exits(1).json();
    assert_eq!(verdict["steps"][0]["status"], "passed");
    assert_eq!(verdict["steps"][1]["status"], "failed");
    learner.runs("").says("step 2 of 3");
    learner
        .runs("explain 1")
        .exits(0)
        .says("You are at step 2, whose code compiles as it is")
        .says("This is step 1 again.")
        .says("exercise-1, step 1: Promise less");
    learner.runs("hint line").says("step 2").says("Hint 1 of 4");

    // A test says what it wanted and what it got.
    learner.edit(LIB, "todo!(\"step 2\")", "self.rest.len() + 1");
    learner
        .runs("check 1")
        .exits(1)
        .says("three bytes are left")
        .says("left: 4")
        .says("right: 3");
    learner.edit(LIB, " + 1", "");
    learner
        .runs("check 1 --step 2")
        .exits(0)
        .says("This step passes");
    learner
        .runs("check 1 --step 3")
        .exits(1)
        .says("Again  cargo xtask check exercise-1 --step 3\n");
    learner.runs("").says("0 of 3");

    // Predictions are answers, too.
    let predictions = "exercises/tls/01-line/src/predictions.toml";
    learner.edit(
        predictions,
        "one_after_another = \"?\"",
        "one_after_another = \"compiles\"",
    );
    learner.edit(predictions, "together = \"?\"", "together = \"compiles\"");
    learner
        .runs("check 1")
        .exits(1)
        .says("together")
        .says("E0499")
        .keeps_quiet_about("`one_after_another`");
    learner.edit(
        predictions,
        "together = \"compiles\"",
        "together = \"E0499\"",
    );
    learner
        .runs("check 1")
        .exits(0)
        .says("Solved")
        .says("cargo xtask check exercise-2")
        .says("A tally that grows");
    learner.runs("").says("1 of 3").says("Next: exercise-2");
    learner
        .runs("solution 1")
        .exits(0)
        .says("Other right answers")
        .says("split");

    // An edit afterwards is noticed, and taking it back is, too.
    learner.edit(LIB, "//! A line of bytes", "//! My line of bytes");
    learner.runs("list").says("changed since");
    learner
        .runs("")
        .says("Next: exercise-1")
        .says("changed it since it passed");
    learner.edit(LIB, "//! My line of bytes", "//! A line of bytes");
    learner.runs("list").says("solved");
}

#[test]
fn what_comes_next_is_behind_what_was_worked_on_last() {
    let learner = Learner::small("next");
    let next = |id: &str| {
        let status = learner.runs("status --format json").exits(0).json();
        assert_eq!(status["next"], id);
        learner.runs("").says(&format!("Next: {id}"));
    };
    next("exercise-1");
    // Begun and not done: it is still this one.
    learner.runs("check 2").exits(1);
    next("exercise-2");
    learner.solves("02-tally");
    learner
        .runs("check 2")
        .exits(0)
        .says("Next     cargo xtask check foundations-1");
    next("foundations-1");
    // A look at all of them is no work on any.
    learner.runs("check --all").exits(1);
    next("foundations-1");
    // Behind the last one it goes on with the first that is left.
    learner.runs("solution foundations-1 --apply").exits(0);
    next("exercise-1");
    learner
        .runs("check foundations-1")
        .exits(0)
        .says("Next     cargo xtask check exercise-1");
    learner.runs("check 2 --step 1").exits(0);
    next("exercise-1");
}

#[test]
fn one_exercise_does_not_hide_another() {
    let learner = Learner::small("neighbours");
    learner.write(LIB, "this is no Rust");
    learner.solves("02-tally");
    let verdicts = learner.runs("check --all --format json").exits(1).json();
    let passed: Vec<_> = verdicts
        .as_array()
        .unwrap()
        .iter()
        .map(|verdict| &verdict["passed"])
        .collect();
    assert_eq!(passed, [false, true, false]);
    learner.runs("").says("1 of 3");
}

#[test]
fn a_book_that_was_built_is_where_to_read() {
    let learner = Learner::small("built-book");
    learner.runs("check 1").says("book/src/tls/01-line.md:");
    learner.write("book/dist/tls/01-line.html", "<h1>A chapter</h1>");
    learner.runs("check 1").says("book/dist/tls/01-line.html#");
    learner.runs("").says("book/dist/tls/01-line.html");
}
