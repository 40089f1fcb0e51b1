//! What a test program of ours has printed: which tests failed, and why.

/// The result of one test program.
#[derive(Debug, PartialEq, Eq)]
pub struct Results {
    /// The tests that passed.
    pub passed: Vec<String>,
    /// The tests that failed.
    pub failed: Vec<Failure>,
    /// Every test has ended, and the program said so.
    pub complete: bool,
}

/// A test that failed.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// The test's name.
    pub name: String,
    /// What it printed: the panic's message and where it happened, and whatever
    /// the learner printed before.
    pub output: String,
}

/// Reads the standard output of a test program.
pub fn parse(stdout: &str) -> Results {
    let stdout = &stdout.replace("\r\n", "\n");
    let mut results = Results {
        passed: Vec::new(),
        failed: Vec::new(),
        complete: stdout.lines().any(|line| line.starts_with("test result: ")),
    };
    let mut failed: Vec<&str> = Vec::new();
    for line in stdout.lines() {
        // `test name ... ok`; `test name - should panic ... ok`
        let Some((name, result)) = line
            .strip_prefix("test ")
            .and_then(|line| line.rsplit_once(" ... "))
        else {
            continue;
        };
        let name = name.trim_end_matches(" - should panic");
        match result.trim() {
            "ok" => results.passed.push(name.to_owned()),
            "FAILED" => failed.push(name),
            _ => {}
        }
    }
    results.failed = failed
        .into_iter()
        .map(|name| Failure {
            name: name.to_owned(),
            output: tidy(section(stdout, name)),
        })
        .collect();
    results
}

/// What stands between `---- name stdout ----` and the next such line.
fn section<'a>(stdout: &'a str, name: &str) -> &'a str {
    let heading = format!("---- {name} stdout ----\n");
    let Some((_, rest)) = stdout.split_once(&heading) else {
        return "";
    };
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        let next = line.starts_with("---- ") && line.trim_end().ends_with(" stdout ----");
        if next || line.trim_end() == "failures:" {
            break;
        }
        end += line.len();
    }
    &rest[..end]
}

/// A panic without the words around it: `at PLACE:`, and its message below.
pub fn tidy(section: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in section.lines() {
        if line.starts_with("note: run with `RUST_BACKTRACE=1`") {
            continue;
        }
        // `thread 'name' (123) panicked at tests/step_1.rs:9:5:`
        match line.split_once(" panicked at ") {
            Some((thread, place)) if thread.starts_with("thread '") => {
                let place = place.trim_end_matches(':').replace('\\', "/");
                lines.push(format!("at {place}:"));
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
running 4 tests
test both_results_live ... ok
test it_refuses - should panic ... ok
test the_rest_is_back ... FAILED
test nothing_is_copied ... FAILED
test later ... ignored

failures:

---- the_rest_is_back stdout ----
mine: 17

thread 'the_rest_is_back' (4711) panicked at exercises/tls/02-reader-mut/tests/step_1.rs:9:5:
assertion `left == right` failed: the rest is put back
  left: 3
 right: 4
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

---- nothing_is_copied stdout ----

thread 'nothing_is_copied' panicked at 'failures:', tests\\step_1.rs:20:5:
copied

failures:
    nothing_is_copied
    the_rest_is_back

test result: FAILED. 2 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

    #[test]
    fn results_and_their_reasons_are_found() {
        let results = parse(OUTPUT);
        assert!(results.complete);
        assert_eq!(results.passed, ["both_results_live", "it_refuses"]);
        assert_eq!(
            results.failed[0],
            Failure {
                name: "the_rest_is_back".into(),
                output: "mine: 17\n\n\
                    at exercises/tls/02-reader-mut/tests/step_1.rs:9:5:\n\
                    assertion `left == right` failed: the rest is put back\n  left: 3\n right: 4"
                    .into(),
            }
        );
        assert!(
            results.failed[1]
                .output
                .ends_with("tests/step_1.rs:20:5:\ncopied")
        );
    }

    #[test]
    fn carriage_returns_make_no_difference() {
        assert_eq!(parse(&OUTPUT.replace('\n', "\r\n")), parse(OUTPUT));
    }

    #[test]
    fn a_program_that_stops_in_the_middle_is_incomplete() {
        let results = parse("\nrunning 2 tests\ntest a ... ok\n");
        assert!(!results.complete);
        assert_eq!(results.passed, ["a"]);
        assert!(!parse("").complete);
    }
}
