//! Nothing that a learner has written is ever lost.

use std::fs;

use crate::learner::Learner;

const LIB: &str = "exercises/tls/01-line/src/lib.rs";

#[test]
fn reset_and_restore_go_back_and_forth() {
    let learner = Learner::small("reset");
    let starter = learner.read(LIB);
    learner
        .runs("restore 1")
        .exits(0)
        .says("There is no saved copy");
    learner
        .runs("reset 1")
        .exits(0)
        .says("is the starter already");

    learner.write(LIB, "my first attempt");
    learner.write("exercises/tls/01-line/src/deep/idea.rs", "an idea");
    learner
        .runs("reset 1")
        .exits(0)
        .says("saved copy 1")
        .says("cargo xtask restore exercise-1");
    assert_eq!(learner.read(LIB), starter);
    assert!(
        !learner
            .root
            .join("exercises/tls/01-line/src/deep/idea.rs")
            .exists()
    );

    learner.write(LIB, "my second attempt");
    learner
        .runs("restore 1 --number 1")
        .exits(0)
        .says("saved copy 1 again")
        .says("saved copy 2");
    assert_eq!(learner.read(LIB), "my first attempt");
    assert_eq!(
        learner.read("exercises/tls/01-line/src/deep/idea.rs"),
        "an idea"
    );

    // Without a number it is the newest copy that is not what is there already.
    learner.runs("restore 1").exits(0);
    assert_eq!(learner.read(LIB), "my second attempt");
    learner.runs("restore 1").exits(0);
    assert_eq!(learner.read(LIB), "my first attempt");

    // To and fro has left two copies, not one for each way.
    assert_eq!(copies(&learner).len(), 2);
    learner
        .runs("restore 1 --number 77")
        .exits(2)
        .says("no saved copy 77");
    learner
        .runs("restore 1 --list")
        .exits(0)
        .says("what you have now");
    assert_eq!(learner.read(LIB), "my first attempt");
    assert!(learner.read(".workshop/README.txt").contains("saved/"));
}

#[test]
fn what_was_reset_is_begun_anew() {
    let learner = Learner::small("anew");
    let list = || {
        let list = learner.runs("list --format json").exits(0).json();
        list["exercises"][0].clone()
    };
    assert!(list()["begun_anew"].is_null());
    learner.solves("01-line");
    learner.runs("check 1").exits(0);
    learner.edit(LIB, "//! A line", "//! My line");
    learner.runs("list").says("changed since");
    assert_eq!(list()["state"], "changed_since");

    learner.runs("reset 1").exits(0);
    learner
        .runs("list")
        .says("begun anew")
        .keeps_quiet_about("changed since");
    assert_eq!(list()["state"], "not_yet");
    assert_eq!(list()["begun_anew"], true);
    learner
        .runs("")
        .says("You have begun it anew: 3 steps, about");

    // It begins with the first step, wherever the learner was.
    learner.solves("01-line");
    learner.edit(LIB, "self.rest.len()", "0");
    learner.runs("check 1").exits(1);
    learner.runs("").says("You are at step 2");
    learner.runs("reset 1").exits(0);
    learner.runs("").says("You have begun it anew");
    learner.runs("hint 1").says("exercise-1, step 1");

    // Until it is begun, it is like any other that has not passed.
    learner.solves("01-line");
    learner.runs("list").says("solved");
    assert!(list()["begun_anew"].is_null());
}

#[test]
fn an_applied_solution_is_applied_and_not_solved() {
    let learner = Learner::small("applied");
    learner.write(LIB, "my attempt");
    learner
        .runs("solution 1")
        .exits(1)
        .says("not solved exercise-1 yet")
        .says("--peek");
    learner
        .runs("solution 1 --peek")
        .exits(0)
        .says("-my attempt")
        .says("+pub struct Line<'a>");
    assert_eq!(learner.read(LIB), "my attempt");

    learner
        .runs("solution 1 --apply")
        .exits(0)
        .says("saved copy 1");
    learner.runs("list").says("applied");
    learner.runs("check 1").exits(0);
    learner
        .runs("list")
        .says("applied")
        .keeps_quiet_about("solved");

    // One's own answer counts, and the solution's does not take that away.
    learner.edit(LIB, "//! A line", "//! My line");
    learner.runs("check 1").exits(0);
    learner.runs("list").says("solved");
    learner.runs("solution 1 --apply").exits(0);
    learner.runs("list").says("applied");
    learner.runs("restore 1").exits(0);
    learner
        .runs("list")
        .says("solved")
        .keeps_quiet_about("applied");
}

#[test]
fn what_was_done_with_the_solution_is_told() {
    let learner = Learner::small("some-applied");
    learner.solves("01-line");
    learner.solves("01-moves");
    learner.runs("check --all").exits(1);
    learner.runs("solution 2 --apply").exits(0);
    let done = "very exercise is done, 1 of them with our solution.";
    learner.runs("").says(&format!("E{done}"));
    let words = learner.runs("check 2").exits(0).stdout.replace('\n', " ");
    assert!(words.contains(&format!("the last one: e{done}")), "{words}");
    let status = learner.runs("status --format json").json();
    assert_eq!(
        (&status["done"], &status["applied"]),
        (&3.into(), &1.into())
    );
}

#[test]
fn progress_that_cannot_be_understood_is_kept_aside() {
    let learner = Learner::small("corrupt");
    learner.write(".workshop/progress.json", "{ half a file");
    learner
        .runs("list")
        .exits(0)
        .says("kept as progress.json.broken")
        .says("not yet");
    assert_eq!(
        learner.read(".workshop/progress.json.broken"),
        "{ half a file"
    );
    learner.solves("02-tally");
    learner
        .runs("check 2")
        .exits(0)
        .keeps_quiet_about("warning");
    learner.runs("list").says("solved");
}

#[test]
fn progress_that_cannot_be_written_stops_nothing() {
    let learner = Learner::small("read-only");
    // Whoever may do anything may write read-only files, too: a folder is in the way.
    learner.write(".workshop/progress.json/in-the-way", "");
    learner.solves("02-tally");
    let ran = learner.runs("check 2").exits(0).says("Solved");
    assert_eq!(ran.stderr.matches("warning:").count(), 1, "{}", ran.shown());
    learner.runs("list").exits(0);
    learner.runs("hint 1").exits(0).says("Hint 1 of 4");
    learner.runs("doctor").says("progress.json");
    // Files are still saved before they are replaced.
    learner.runs("reset 2").exits(0).says("saved copy 1");
}

#[test]
fn what_cannot_be_saved_is_not_replaced() {
    let learner = Learner::small("no-space");
    learner.write(LIB, "my attempt");
    learner.write(".workshop/saved", "a file where the folder should be");
    learner.runs("reset 1").exits(3).says("error:");
    learner.runs("solution 1 --apply").exits(3).says("error:");
    assert_eq!(learner.read(LIB), "my attempt");
}

fn copies(learner: &Learner) -> Vec<fs::DirEntry> {
    let folder = learner.root.join(".workshop/saved/exercise-1");
    fs::read_dir(folder).unwrap().map(Result::unwrap).collect()
}
