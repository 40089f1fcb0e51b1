//! The museum is asked for what the compiler prints, and a verdict sends there.

use std::fs::File;

use crate::learner::{Learner, Ran};

/// What cargo prints in colours about two programs, whose names, lifetimes and paths are
/// the learner's own.
const PRINTED: &str = "\
    \u{1b}[1m\u{1b}[92m    Checking\u{1b}[0m reader v0.1.0 (/home/me/exercises/tls/01-reader)\r
\u{1b}[1m\u{1b}[91merror[E0499]\u{1b}[0m\u{1b}[1m: cannot borrow `*self` as mutable more than once at a time\u{1b}[0m
  --> exercises/tls/01-reader/src/lib.rs:5:13
   |
3  | impl<'a> Reader<'a> {
   |      -- lifetime `'a` defined here
4  |     let one = &mut *self;
   |               ---------- first mutable borrow occurs here
5  |     let two = &mut *self;
   |               ^^^^^^^^^^ second mutable borrow occurs here
6  |     one.take(1);
   |     --- first borrow later used here

error: lifetime may not live long enough

error: could not compile `reader` (lib) due to 2 previous errors
";

fn asks(learner: &Learner, line: &str, input: &str) -> Ran {
    learner.write("target/input.txt", input);
    let file = learner.root.join("target/input.txt");
    learner.runs_with(line, |command| {
        command.stdin(File::open(file).unwrap());
    })
}

#[test]
fn a_dash_reads_what_the_compiler_has_printed() {
    let learner = Learner::small("museum-input");
    let ran = asks(&learner, "errors -", PRINTED)
        .exits(0)
        .says("more than once at a time")
        .says("lr-two-exclusive")
        .keeps_quiet_about("Checking");
    assert_eq!(ran.stderr, "");
    let found = asks(&learner, "errors - --format json", PRINTED).json();
    let cases = found["cases"].as_array().unwrap();
    assert_eq!(cases[0]["id"], "lr-two-exclusive");

    // Words and codes may come this way as well.
    asks(&learner, "errors -", "E0499\n").exits(0).says("E0499");
    // There is no error in it, or one that the museum has not.
    for nothing in [
        "",
        " \n",
        "    Checking reader v0.1.0\n    Finished `dev` profile\n",
    ] {
        asks(&learner, "errors -", nothing)
            .exits(2)
            .says("no error of the compiler's")
            .keeps_quiet_about("Checking");
    }
    let other = PRINTED.replace("E0499", "E0713");
    asks(&learner, "errors -", &other)
        .exits(2)
        .says("no error with the code E0713")
        .keeps_quiet_about("Checking");
    let other = PRINTED.replace("[E0499]", "").replace("borrow", "zebra");
    let ran = asks(&learner, "errors -", &other).exits(2);
    assert_eq!(ran.stderr.lines().count(), 2, "{}", ran.shown());
}

#[test]
fn only_a_dash_reads_it() {
    let learner = Learner::small("museum-input");
    let overview = learner.runs("errors").exits(0).stdout;
    assert_eq!(asks(&learner, "errors", PRINTED).exits(0).stdout, overview);
}

#[cfg(unix)]
#[test]
fn on_a_terminal_a_dash_says_what_to_do() {
    use std::io::Write;

    let learner = Learner::small("museum-input");
    let terminal = nix::pty::openpty(None, None).unwrap();
    let mut keys = File::from(terminal.master);
    keys.write_all(b"error[E0499]: cannot borrow `a` as mutable\n\x04")
        .unwrap();
    learner
        .runs_with("errors -", |command| {
            command.stdin(terminal.slave);
        })
        .exits(0)
        .says("Paste what the compiler has printed, then press Enter and Ctrl-D")
        .says("E0499");
}

#[test]
fn an_error_like_no_case_is_sent_to_its_code() {
    let learner = Learner::small("museum-code");
    learner.edit(
        "exercises/tls/01-line/src/lib.rs",
        "&mut self.rest[..n]",
        "let mut lent = Vec::new();\n        for _ in 0..2 {\n            \
         lent.push(&mut self.rest);\n        }\n        todo!()",
    );
    learner
        .runs("check 1")
        .exits(1)
        .says("Alike  cargo xtask errors E0499")
        .says("errors with its code");
    let verdict = learner.runs("check 1 --format json").exits(1).json();
    assert_eq!(verdict["steps"][0]["errors"][0]["similar"], "E0499");
    learner.runs("errors E0499").exits(0);
}
