//! What authors type: `verify` and `bless`. The small workshop is held to its own rules.

use crate::learner::Learner;

const TALLY: &str = "exercises/tls/02-tally";

#[test]
fn the_small_workshop_is_proved_and_nothing_in_it_is_stale() {
    let learner = Learner::small("proved");
    learner.runs("verify").exits(0).says("all of them proved");
    learner.runs("bless").exits(0).says("Nothing has changed");
}

#[test]
fn what_a_learner_does_makes_no_difference_to_verify() {
    let learner = Learner::small("half-edited");
    learner.write("exercises/tls/01-line/src/lib.rs", "half an answ");
    learner.solves("02-tally");
    learner.runs("verify").exits(0);
    assert_eq!(
        learner.read("exercises/tls/01-line/src/lib.rs"),
        "half an answ"
    );
}

#[test]
fn an_exercise_that_judges_wrongly_is_not_proved() {
    let learner = Learner::small("unproved");
    // A step test that every answer passes.
    learner.edit(
        &format!("{TALLY}/tests/step_1.rs"),
        "[1, 2, 3]",
        "numbers.clone()[..]",
    );
    learner.runs("bless 2").exits(0).says("checks.sha256");
    learner.runs("verify 2").exits(1).says("starts-over");
}
