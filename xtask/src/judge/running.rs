//! Running the test program of a step.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use super::libtest::{self, Failure};
use super::{Bench, words};
use crate::error::Error;
use crate::hash;
use crate::process::{self, TIMEOUT_VARIABLE};
use crate::terminal::count;

/// How a step's tests went.
#[derive(Debug)]
pub struct Outcome {
    /// Every test of the program passed, and there was one.
    pub passed: bool,
    /// What there is to say about it.
    pub words: String,
}

/// Runs a test program in `dir`.
pub fn run(program: &Path, dir: &Path, bench: &Bench<'_>) -> Result<Outcome, Error> {
    let memory = bench
        .remember_tests
        .then(|| Memory::of(program, &bench.cache));
    if let Some(stdout) = memory.as_ref().and_then(Memory::recall) {
        return Ok(outcome(failures(&libtest::parse(&stdout).failed)));
    }
    let mut command = Command::new(program);
    command
        .current_dir(dir)
        .env("CARGO_MANIFEST_DIR", dir)
        .env("RUST_BACKTRACE", "0")
        // What these would change is how the output is written that is read below.
        .env_remove("RUST_TEST_NOCAPTURE")
        .env_remove("RUST_TEST_THREADS")
        .env_remove("RUST_TEST_SHUFFLE")
        .args(["--color", "never"]);
    let finished =
        process::run(command, bench.limit).map_err(|error| cannot_run(program, &error))?;
    let results = libtest::parse(&finished.stdout);
    let mut words = failures(&results.failed);
    let Some(status) = finished.status else {
        words.push(endless(program, dir, &results, bench.limit));
        return Ok(outcome(words));
    };
    if !results.complete {
        words.push(died(status, &finished.stderr));
    } else if results.passed.is_empty() && results.failed.is_empty() {
        words.push("No test has run, so nothing has been shown.".to_owned());
    } else if !status.success() && results.failed.is_empty() {
        words.push(format!(
            "The tests passed, but the program ended with {status}."
        ));
    } else if let Some(memory) = memory {
        memory.keep(&finished.stdout);
    }
    Ok(outcome(words))
}

fn outcome(words: Vec<String>) -> Outcome {
    Outcome {
        passed: words.is_empty(),
        words: words.join("\n\n"),
    }
}

/// What a test program printed that ran to its end.
struct Memory {
    file: PathBuf,
    /// When the program was built: another one may print something else.
    built: String,
}

impl Memory {
    fn of(program: &Path, cache: &Path) -> Self {
        let name = hash::of_bytes(program.to_string_lossy().as_bytes());
        Self {
            file: cache.join(format!("{name}.txt")),
            built: format!("{}\n", hash::modified(program)),
        }
    }

    fn recall(&self) -> Option<String> {
        let kept = std::fs::read_to_string(&self.file).ok()?;
        kept.strip_prefix(&self.built).map(str::to_owned)
    }

    fn keep(&self, stdout: &str) {
        // Not being able to keep it costs time, nothing else.
        let _ = std::fs::write(&self.file, format!("{}{stdout}", self.built));
    }
}

/// What failed, each thing once: a `todo!` fails many tests with the same words.
fn failures(failed: &[Failure]) -> Vec<String> {
    let mut said: Vec<(&str, Vec<String>)> = Vec::new();
    for Failure { name, output } in failed {
        let name = format!("`{name}`");
        match said.iter_mut().find(|(earlier, _)| earlier == output) {
            Some((_, names)) => names.push(name),
            None => said.push((output, vec![name])),
        }
    }
    said.iter()
        .map(|(output, names)| {
            let output = match *output {
                "" => "it failed without a word",
                output => output,
            };
            let which = match names.as_slice() {
                [name] => format!("The test {name} failed"),
                [first, others @ ..] => {
                    format!("These tests failed: {first}, {}", others.join(", "))
                }
                [] => unreachable!("there is a name for each output"),
            };
            format!("{which}:\n{}", words::indented(output))
        })
        .collect()
}

fn endless(program: &Path, dir: &Path, results: &libtest::Results, limit: Duration) -> String {
    let ended = |name: &&String| {
        !results.passed.contains(*name) && !results.failed.iter().any(|test| test.name == **name)
    };
    let all = list(program, dir);
    let running: Vec<String> = all
        .iter()
        .filter(ended)
        .map(|name| format!("`{name}`"))
        .collect();
    let seconds = count(limit.as_secs() as usize, "second");
    let which = match running.as_slice() {
        [] => String::new(),
        [one] => format!(" {one} did not end."),
        [.., last] => {
            format!(
                " These did not end: {} and {last}.",
                running[..running.len() - 1].join(", ")
            )
        }
    };
    format!(
        "The tests were stopped after {seconds}.{which} Is there a loop whose condition \
         never changes? If your machine is just slow, set {TIMEOUT_VARIABLE} to more seconds."
    )
}

/// The names of all tests in a program.
fn list(program: &Path, dir: &Path) -> Vec<String> {
    let mut command = Command::new(program);
    command
        .current_dir(dir)
        .args(["--list", "--format", "terse"]);
    let Ok(finished) = process::run(command, Duration::from_secs(1)) else {
        return Vec::new();
    };
    let names = finished
        .stdout
        .lines()
        .filter_map(|line| line.strip_suffix(": test"));
    names.map(str::to_owned).collect()
}

fn died(status: ExitStatus, stderr: &str) -> String {
    /// The last words are the ones that say why.
    const LINES: usize = 12;
    let lines: Vec<&str> = stderr
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let last = lines[lines.len().saturating_sub(LINES)..].join("\n");
    let mut words = format!("The tests ended before they were through, with {status}");
    if last.is_empty() {
        words.push('.');
    } else {
        words += ":\n";
        words += &words::indented(&last);
    }
    words
}

fn cannot_run(program: &Path, error: &std::io::Error) -> Error {
    Error::broken(format!(
        "the test program {} cannot be run: {error}\n\
         If a virus scanner or a mount option keeps programs from running there, set \
         CARGO_TARGET_DIR to another folder.",
        program.display()
    ))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn bench(dir: &Path, remember_tests: bool) -> Bench<'_> {
        Bench {
            root: dir,
            target_dir: dir,
            cache: dir.to_path_buf(),
            remember_tests,
            limit: Duration::from_millis(500),
            offline: true,
            progress: false,
        }
    }

    fn build(program: &Path, script: &str) {
        std::fs::write(program, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
    }

    /// A folder beside the program that is running: the system's own for such things may
    /// be one in which nothing may be run.
    fn folder() -> tempfile::TempDir {
        let program = std::env::current_exe().unwrap();
        tempfile::tempdir_in(program.parent().unwrap()).unwrap()
    }

    fn ran(script: &str) -> Outcome {
        let dir = folder();
        let program = dir.path().join("program");
        build(&program, script);
        run(&program, dir.path(), &bench(dir.path(), false)).unwrap()
    }

    #[test]
    fn a_program_is_run_again_once_it_is_rebuilt() {
        let dir = folder();
        let program = dir.path().join("program");
        let script = |result: &str| {
            format!("echo ran >> runs; echo 'test a ... {result}'; echo 'test result: '")
        };
        let runs = || {
            let runs = std::fs::read_to_string(dir.path().join("runs"));
            runs.unwrap_or_default().lines().count()
        };
        build(&program, &script("ok"));
        for (remember, total) in [(true, 1), (true, 1), (false, 2), (false, 3), (true, 3)] {
            let bench = bench(dir.path(), remember);
            assert!(run(&program, dir.path(), &bench).unwrap().passed);
            assert_eq!(runs(), total);
        }
        let before = hash::modified(&program);
        while hash::modified(&program) == before {
            build(&program, &script("FAILED"));
        }
        for total in [4, 4] {
            let outcome = run(&program, dir.path(), &bench(dir.path(), true)).unwrap();
            assert!(!outcome.passed && outcome.words.contains("`a` failed"));
            assert_eq!(runs(), total);
        }
        // One that ends early is asked again: it may have been the machine's fault.
        build(&program, "echo ran >> runs; exit 1");
        for total in [5, 6] {
            let outcome = run(&program, dir.path(), &bench(dir.path(), true)).unwrap();
            assert!(!outcome.passed);
            assert_eq!(runs(), total);
        }
    }

    #[test]
    fn only_tests_that_ran_and_passed_count() {
        assert!(ran("echo 'test a ... ok'; echo 'test result: ok. 1 passed'").passed);

        let none = ran("echo 'test result: ok. 0 passed'");
        assert!(
            !none.passed && none.words.contains("No test has run"),
            "{none:?}"
        );

        let exits = ran("echo 'test a ... ok'; exit 0");
        assert!(
            !exits.passed && exits.words.contains("before they were through"),
            "{exits:?}"
        );

        let fails = ran("echo 'test a ... ok'; echo 'test result: ok.'; exit 4");
        assert!(
            !fails.passed && fails.words.contains("exit status: 4"),
            "{fails:?}"
        );
    }

    #[test]
    fn the_same_failure_is_told_once() {
        let failure = |name: &str, output: &str| Failure {
            name: name.into(),
            output: output.into(),
        };
        let failed = [
            failure("a", "no"),
            failure("b", "not yet"),
            failure("c", "no"),
        ];
        assert_eq!(
            failures(&failed),
            [
                "These tests failed: `a`, `c`:\n    no",
                "The test `b` failed:\n    not yet"
            ]
        );
    }

    #[test]
    fn a_crash_quotes_the_last_words() {
        let outcome = ran("echo 'stack overflow, aborting' >&2; kill -ABRT $$");
        assert!(!outcome.passed);
        assert!(
            outcome.words.contains("    stack overflow, aborting"),
            "{}",
            outcome.words
        );
    }

    #[test]
    fn an_endless_test_is_named() {
        let outcome = ran("case \"$1\" in --list) echo 'a: test'; echo 'b: test';; \
                           *) echo 'test a ... ok'; sleep 60;; esac");
        assert!(!outcome.passed);
        assert!(
            outcome.words.contains("`b` did not end"),
            "{}",
            outcome.words
        );
    }
}
