//! What every command shows: for an exercise that is fresh, broken or solved.
//!
//! Each snapshot is a session that can be read from top to bottom.

use crate::learner::Learner;

/// Runs the commands and compares all that they show with the snapshot.
fn assert_session(name: &str, learner: &Learner, lines: &[&str]) {
    let shown: Vec<String> = lines
        .iter()
        .map(|line| learner.runs(line).shown())
        .collect();
    let shown = shown.join("\n");
    assert!(!shown.contains('\u{1b}'), "a pipe gets no colours: {shown}");
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        filters => vec![
            (r"just now|\d+ (minute|hour|day)s? ago", "[age]"),
            (r"cargo \d+\.\d+\.\d+ \(.*\)", "[cargo's version]"),
        ],
    }, {
        insta::assert_snapshot!(name, shown);
    });
}

/// What somebody may type who works on exercise 1.
const EVERYTHING: [&str; 20] = [
    "",
    "status --format json",
    "list",
    "list --track tls --format json",
    "check exercise-1",
    "--plain check exercise-1",
    "check exercise-1 --format json",
    "check exercise-1 --step 2",
    "check --all",
    "hint exercise-1",
    "explain exercise-1",
    "solution exercise-1",
    "solution exercise-1 --peek",
    "solution exercise-1 --apply",
    "list",
    "restore exercise-1 --list",
    "restore exercise-1",
    "reset exercise-1",
    "doctor",
    "--plain doctor",
];

#[test]
fn of_a_fresh_exercise() {
    assert_session("fresh", &Learner::small("fresh"), &EVERYTHING);
}

#[test]
fn are_the_same_wherever_the_workshop_is() {
    let far = "a folder with späces and a name that is about as long as a line of text may become";
    assert_session("fresh", &Learner::small(far), &EVERYTHING);
}

#[test]
fn of_an_exercise_that_is_no_rust() {
    let learner = Learner::small("no-rust");
    let lib = "exercises/tls/01-line/src/lib.rs";
    learner.edit(lib, "&mut self.rest[..n]", "&mut self.rest[..n");
    assert_session("broken", &learner, &EVERYTHING);
}

#[test]
fn of_a_solved_exercise() {
    let learner = Learner::small("solved");
    learner.solves("01-line");
    assert_session("solved", &learner, &EVERYTHING);
}

#[test]
fn of_a_workshop_that_is_done() {
    let learner = Learner::small("done");
    for folder in ["01-line", "02-tally", "01-moves"] {
        learner.solves(folder);
    }
    let lines = [
        "check --all",
        "",
        "list",
        "--plain list",
        "check 2",
        "check 2 --format json",
    ];
    assert_session("done", &learner, &lines);
}

#[test]
fn of_errors_drawn() {
    let lines = [
        "explain exercise-2",
        "--plain explain exercise-2",
        "explain foundations-1",
        "explain E0499",
        "explain exercise-1 --step 2",
    ];
    assert_session("explain", &Learner::small("drawn"), &lines);
}

#[test]
fn of_the_museum() {
    let lines = [
        "errors",
        "--plain errors",
        "errors E0499",
        "errors e499 --all",
        "errors no code",
        "errors elided_lifetimes_in_paths",
        "errors reborrow",
        "errors longer than 'a",
        "errors exclusive",
        "errors p1-take-reborrow",
        "--plain errors p1-take-reborrow",
        "errors p1-mem-take-fix",
        "errors lr-nll3-get-or-insert",
        "errors lr-supertrait-upcast",
        "errors lr-two-exclusive --format json",
        "errors E0713",
        "errors reborow",
        "errors xyzzy",
    ];
    assert_session("museum", &Learner::small("museum"), &lines);
}

#[test]
fn of_a_whole_ladder() {
    let next = "hint exercise-1 --step 1";
    let lines = [
        next,
        next,
        next,
        next,
        next,
        "hint exercise-1 --step 1 --all",
    ];
    assert_session("hint", &Learner::small("ladder"), &lines);
}

#[test]
fn of_help() {
    let lines = [
        "--help",
        "status --help",
        "list --help",
        "check --help",
        "hint --help",
        "explain --help",
        "errors --help",
        "solution --help",
        "reset --help",
        "restore --help",
        "doctor --help",
        "book --help",
        "verify --help",
        "bless --help",
        "drift --help",
    ];
    assert_session("help", &Learner::small("helping"), &lines);
}
