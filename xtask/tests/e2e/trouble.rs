//! What can go wrong around an exercise.

use std::io::{ErrorKind, Read};
use std::net::TcpListener;
use std::time::Duration;

use crate::learner::Learner;

const LIB: &str = "exercises/tls/01-line/src/lib.rs";

#[test]
fn edited_tests_are_named_and_do_not_count() {
    let learner = Learner::small("edited");
    learner.solves("01-line");
    learner.edit(
        "exercises/tls/01-line/tests/step_2.rs",
        ".left(), 3",
        ".left(), 1 + 2",
    );
    learner
        .runs("check 1")
        .exits(1)
        .says("tests/step_2.rs")
        .keeps_quiet_about("Solved");
    learner.runs("list").keeps_quiet_about("solved");
    learner
        .runs("doctor")
        .exits(1)
        .says("exercises/tls/01-line/tests/step_2.rs");
}

#[test]
fn trybuild_is_refused() {
    let learner = Learner::small("trybuild");
    for line in ["check 1", "check --all"] {
        let ran = learner.runs_with(line, |command| {
            command.env("TRYBUILD", "overwrite");
        });
        ran.exits(2).says("TRYBUILD");
    }
    let doctor = learner.runs_with("doctor", |command| {
        command.env("TRYBUILD", "overwrite");
    });
    doctor.exits(1).says("unset TRYBUILD");
}

#[test]
fn a_typo_gets_a_suggestion() {
    let learner = Learner::small("typo");
    for line in [
        "check exercsie-1",
        "hint exercsie-1",
        "explain exercsie-1",
        "solution exercsie-1",
        "reset exercsie-1",
        "restore exercsie-1",
    ] {
        learner
            .runs(line)
            .exits(2)
            .says("did you mean `exercise-1`?");
    }
    for command in [
        "check", "hint", "explain", "solution", "reset", "restore", "verify", "bless",
    ] {
        learner
            .runs(&format!("{command} exercise 1"))
            .exits(2)
            .says("there is no exercise `exercise 1`; did you mean `exercise-1`?");
    }
    for name in ["exercise1", "Exercise-1", "EXERCISE-1", "LINE"] {
        learner
            .runs(&format!("hint {name}"))
            .exits(0)
            .says("exercise-1, step 1");
    }
    for command in ["check", "hint", "explain"] {
        learner
            .runs(&format!("{command} exercise1 2"))
            .exits(2)
            .says(&format!("`cargo xtask {command} exercise-1 --step 2`"));
    }
    learner
        .runs("restore 1 2")
        .exits(2)
        .says("`cargo xtask restore exercise-1 --number 2`");
    learner
        .runs("check all")
        .exits(2)
        .says("`cargo xtask check --all`");
    learner
        .runs("check exercise-1 --step 9")
        .exits(2)
        .says("3 steps");
    learner
        .runs("hint exercise-1 --step 0")
        .exits(2)
        .says("3 steps");
    learner
        .runs("list --track tsl")
        .exits(2)
        .says("foundations");
    learner
        .runs("errors E0713")
        .exits(2)
        .says("rustc --explain E0713");
    learner.runs("chekc 1").exits(2).says("check");
    learner
        .runs("check exercise-9")
        .exits(2)
        .says("There are: exercise-1, exercise-2, foundations-1.")
        .keeps_quiet_about("did you mean");
    learner.runs("check 1 --all").exits(2);
}

#[test]
fn an_id_may_be_left_out_in_the_folder_of_an_exercise() {
    let learner = Learner::small("here");
    let commands = ["check", "hint", "explain", "solution", "reset", "restore"];
    for line in commands {
        learner
            .runs(line)
            .exits(2)
            .says("which exercise is it?\nThere are: exercise-1, exercise-2, foundations-1.");
    }
    for folder in ["exercises/tls/02-tally", "exercises/tls/02-tally/src"] {
        for line in commands {
            let here = learner.runs_with(line, |command| {
                command.current_dir(learner.root.join(folder));
            });
            let named = learner.runs(&format!("{line} exercise-2"));
            assert_eq!(here.code, named.code, "{}", here.shown());
            let shown = &here.stdout;
            let is_meant = shown.contains("02-tally") || shown.contains("exercise-2");
            assert!(is_meant, "{}", here.shown());
        }
    }
}

#[test]
fn any_folder_inside_will_do_and_none_outside() {
    let learner = Learner::small("folders");
    for folder in ["exercises", "exercises/tls/01-line/src", "book/src"] {
        let ran = learner.runs_with("check 1", |command| {
            command.current_dir(learner.root.join(folder));
        });
        ran.exits(1).says("lifetime may not live long enough");
    }
    let outside = tempfile::tempdir().unwrap();
    for (line, code) in [("check 1", 2), ("", 2), ("doctor --format json", 1)] {
        let ran = learner.runs_with(line, |command| {
            command.current_dir(outside.path());
        });
        ran.exits(code).says("is not inside the workshop");
    }
}

#[test]
fn spaces_in_the_path_and_no_git() {
    let folder = tempfile::Builder::new()
        .prefix("a work shop with späces ")
        .tempdir()
        .unwrap();
    assert!(
        folder
            .path()
            .ancestors()
            .all(|folder| !folder.join(".git").exists())
    );
    // Where there is no Git, it may be that nothing may be run.
    let target = tempfile::Builder::new()
        .prefix("a tärget directory ")
        .tempdir_in(env!("CARGO_TARGET_TMPDIR"))
        .unwrap();
    let learner = Learner::small_in(folder.path());
    let runs = |line| {
        learner.runs_with(line, |command| {
            command.env("CARGO_TARGET_DIR", target.path());
        })
    };
    runs("check 1 --format json").exits(1);
    learner.solves("01-line");
    runs("check 1").exits(0).says("Solved");
    runs("reset 1").exits(0);
    runs("restore 1").exits(0);
    runs("doctor").exits(0).says("Ready.");
}

/// Other builds, an editor's mark on a file that is not saved yet, somebody's notes.
#[cfg(unix)]
#[test]
fn what_lies_about_in_a_checkout_is_not_copied() {
    let original = Learner::small("untidy/original");
    original.write("out/tmp/e2e/another/file", "");
    original.write("notes/todo.md", "");
    original.write("target/debug/xtask", "");
    original.write("exercises/tls/01-line/tests/data/one", "");
    let mark = original.root.join("exercises/tls/01-line/src/.#lib.rs");
    std::os::unix::fs::symlink("somebody@a-machine.1234", mark).unwrap();

    // Into one of its own folders, as it is with a target directory in the checkout.
    let copied = Learner::of(&original.root, "untidy/original/out/copy");
    let top = std::fs::read_dir(&copied.root).unwrap();
    let mut top: Vec<_> = top.map(|entry| entry.unwrap().file_name()).collect();
    top.sort();
    assert_eq!(
        top,
        [
            "Cargo.lock",
            "Cargo.toml",
            "book",
            "compile-fail",
            "exercises",
            "rust-toolchain.toml",
            "solutions"
        ]
    );
    assert_eq!(copied.read("exercises/tls/01-line/tests/data/one"), "");
    copied.runs("list").exits(0).says("exercise-1");
}

#[test]
fn the_line_endings_of_windows() {
    let learner = Learner::small("crlf");
    let tests = "exercises/tls/01-line/tests/step_1.rs";
    for file in [
        LIB,
        tests,
        "exercises/tls/01-line/starter/lib.rs",
        "exercises/tls/01-line/hints/step_1.md",
    ] {
        learner.write(file, &learner.read(file).replace('\n', "\r\n"));
    }
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert_eq!(verdict["steps"][0]["errors"][0]["intended"], true);
    learner
        .runs("reset 1")
        .exits(0)
        .says("is the starter already");
    learner
        .runs("hint 1")
        .exits(0)
        .says("Hint 1 of 4: A question\n\nFor how long");
    learner.runs("doctor").exits(0).says("none has been edited");

    learner.solves("01-line");
    learner.write(LIB, &learner.read(LIB).replace('\n', "\r\n"));
    learner.runs("check 1").exits(0).says("Solved");
    learner.runs("solution 1").exits(0).says("to the letter");
    // The same files with the other line endings are still the solved ones.
    learner.write(LIB, &learner.read(LIB).replace("\r\n", "\n"));
    learner.runs("list").says("solved");
}

#[test]
fn a_missing_piece_is_named() {
    let learner = Learner::small("missing");
    for folder in [
        "exercises/tls/01-line/starter",
        "solutions/tls/02-tally/src",
        "exercises/tls/02-tally/hints",
    ] {
        std::fs::remove_dir_all(learner.root.join(folder)).unwrap();
        learner.runs("doctor").exits(1).says(folder);
    }
    learner.runs("reset 1").exits(3).says("starter is missing");
    learner
        .runs("solution 2 --apply")
        .exits(3)
        .says("solution is missing");
    learner.runs("hint 2").exits(3).says("step_1.md");
}

#[test]
fn a_broken_manifest_hides_no_other_exercise() {
    let learner = Learner::small("manifest");
    learner.edit("exercises/tls/02-tally/Cargo.toml", "minutes", "minuets");
    let list = learner.runs("list --format json").exits(0).says("minuets");
    assert_eq!(list.json()["exercises"].as_array().unwrap().len(), 2);
    learner.runs("").exits(0).says("Next: exercise-1");
    learner.runs("check 1").exits(1).says("This is the error");
    learner.runs("check 02-tally").exits(3).says("minuets");
    learner.runs("doctor").exits(1).says("minuets");
}

/// Each of the two processes holds a connection for as long as it lives. The child holds
/// nothing else that somebody could wait for.
const ENDLESS: &str = r#"
pub fn carry_on(_: &mut Vec<u32>) {
    let _held = std::net::TcpStream::connect(std::env::var("ADDRESS").unwrap()).unwrap();
    if std::env::var_os("IS_CHILD").is_none() {
        std::process::Command::new(std::env::current_exe().unwrap())
            .env("IS_CHILD", "1")
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
    }
    loop {
        std::thread::park();
    }
}
"#;

#[test]
fn an_endless_loop_ends_with_its_children() {
    let learner = Learner::small("endless");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    learner.write("exercises/tls/02-tally/src/lib.rs", ENDLESS);
    let ran = learner.runs_with("check 2", |command| {
        command
            .env("WORKSHOP_TIMEOUT", "1")
            .env("ADDRESS", listener.local_addr().unwrap().to_string());
    });
    ran.exits(1).says("1 second").says("failed");
    // Whoever is going to connect has done so.
    listener.set_nonblocking(true).unwrap();
    for process in ["the learner's program", "its child"] {
        let (mut held, _) = listener
            .accept()
            .unwrap_or_else(|error| panic!("{process} has not started: {error}"));
        held.set_nonblocking(false).unwrap();
        // A process that lives on is reported, not waited for.
        held.set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let end = held.read(&mut [0]).map_err(|error| error.kind());
        assert!(
            matches!(end, Ok(0) | Err(ErrorKind::ConnectionReset)),
            "{process} has not ended: {end:?}"
        );
    }
    learner
        .runs_with("check 2", |command| {
            command.env("WORKSHOP_TIMEOUT", "soon");
        })
        .exits(2)
        .says("WORKSHOP_TIMEOUT");
}

/// The compiler tells of a full disk as of an error, and the learner's answer is right.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_nobodys_answer() {
    let learner = Learner::small("full-disk");
    learner.solves("02-tally");
    // Rooms in which rustc, LLVM and the linker each are the first without space.
    for room in ["size=200k", "size=400k", "size=3m"] {
        let Some(ran) = learner.runs_with_disk("target", room, "check 2") else {
            eprintln!("skipped: nothing can be mounted here, so no disk can be made small");
            return;
        };
        ran.exits(3)
            .says("the disk is full, it seems")
            .says("Your answer was not judged")
            .says("cargo clean");
    }
    // With room it is judged.
    learner.runs("check 2").exits(0).says("Solved");
}

#[cfg(target_os = "linux")]
#[test]
fn progress_that_cannot_be_remembered_is_told_of() {
    let learner = Learner::small("forgetful");
    for options in ["ro", "size=4k,nr_inodes=1"] {
        let Some(ran) = learner.runs_with_disk(".workshop", options, "doctor") else {
            eprintln!("skipped: nothing can be mounted here, so no disk can be made read-only");
            return;
        };
        ran.exits(0).says(".workshop/ cannot be written to");
    }
    learner.runs("doctor").says("nothing is remembered yet");
}

/// As it is where a disk is full, in a redirection.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_gets_is_an_error() {
    let learner = Learner::small("unheard");
    for line in ["list --format json", "hint 1", "check 1", "--plain doctor"] {
        let ran = learner.runs_with(line, |command| {
            command.stdout(std::fs::File::create("/dev/full").unwrap());
        });
        ran.exits(3).says("the output cannot be written");
    }
    // What nobody has read does not count.
    learner.runs("hint 1").exits(0).says("Hint 1 of 4");
}
