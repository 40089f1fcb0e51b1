//! Is this the error that a step is about?

use std::path::{Path, PathBuf};

use super::labels::{normalised, reasons};
use super::problem::Problem;
use crate::error::Error;
use crate::recording::{RecordedError, Recording};

/// Where the errors of a step are kept.
pub fn file(exercise: &Path, step: usize) -> PathBuf {
    exercise.join(format!("recorded/step_{step}.json"))
}

/// The errors that are kept for a step, if any are.
pub fn load(exercise: &Path, step: usize) -> Result<Option<Recording>, Error> {
    read(&file(exercise, step))
}

/// Reads a recording, if the file is there.
pub fn read(file: &Path) -> Result<Option<Recording>, Error> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::file("read", file, error)),
    };
    let recording = serde_json::from_str(&text);
    recording
        .map(Some)
        .map_err(|error| Error::file("understand", file, error))
}

/// Whether a recording has this error: the same code, in the same item (outside of
/// `src/`: the same file), with the same label on the primary place and the same
/// [reasons] on the others. Every second loan of one thing has the same primary label.
pub fn intends(recording: &Recording, problem: &Problem) -> bool {
    recording
        .errors
        .iter()
        .any(|recorded| is(recorded, problem))
}

fn is(recorded: &RecordedError, problem: &Problem) -> bool {
    let primary = recorded.spans.iter().find(|span| span.primary);
    let label = primary
        .and_then(|span| span.label.as_deref())
        .unwrap_or_default();
    let same_place = if problem.file.starts_with("src/") {
        recorded.item == problem.item
    } else {
        primary.is_some_and(|span| span.file == problem.file)
    };
    recorded.code.as_deref() == problem.diagnostic.code()
        && same_place
        && normalised(label) == normalised(problem.diagnostic.label())
        && reasons(recorded.other_labels()) == reasons(problem.diagnostic.other_labels())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::diagnostic::tests::error;
    use crate::judge::problem::Whose;

    fn problem(file: &str, item: Option<&str>) -> Problem {
        Problem {
            step: 1,
            whose: Whose::TheSteps,
            file: file.into(),
            at: Some((3, 5)),
            item: item.map(str::to_owned),
            is_syntax: false,
            diagnostic: error(Some("E0499"), "cannot borrow", Some((file, 3))),
        }
    }

    #[test]
    fn code_item_and_primary_label_decide() {
        let mut intended = problem("src/lib.rs", Some("Reader::take"));
        let same_path = |path: &str| path.to_owned();
        let recording = Recording {
            rustc: "1.95.0".into(),
            errors: vec![
                intended
                    .diagnostic
                    .record(intended.item.clone(), &same_path),
            ],
        };
        intended.diagnostic.spans[0].line_start = 99;
        intended.diagnostic.message = "said in other words".into();
        assert!(intends(&recording, &intended));

        assert!(!intends(
            &recording,
            &problem("src/lib.rs", Some("Reader::rest"))
        ));
        let mut other = intended.clone();
        other.diagnostic.code = None;
        assert!(!intends(&recording, &other));
        let mut other = intended.clone();
        other.diagnostic.spans[0].label = Some("elsewhere".into());
        assert!(!intends(&recording, &other));
    }

    /// Exercise 6: the loan is kept by what is to be dropped. The most common slip on the
    /// way has the same code and primary label, and another cause.
    #[test]
    fn why_the_loan_lasts_decides() {
        let lasts = |why: &str| {
            let mut problem = problem("src/lib.rs", Some("Connection::process_new_packets"));
            let mut later = problem.diagnostic.spans[0].clone();
            later.is_primary = false;
            later.label = Some(why.into());
            problem.diagnostic.spans.push(later);
            problem
        };
        let dropped = "... and the first borrow might be used here, when that temporary is \
                       dropped and runs the destructor for type `Result<Box<dyn State<C>>, E>`";
        let intended = lasts(dropped);
        let recording = Recording {
            rustc: "1.95.0".into(),
            errors: vec![
                intended
                    .diagnostic
                    .record(intended.item.clone(), &|path| path.to_owned()),
            ],
        };
        assert!(intends(&recording, &intended));
        assert!(intends(
            &recording,
            &lasts(&dropped.replace("State", "Phase"))
        ));
        let used = lasts("first borrow later used here");
        assert!(!intends(&recording, &used));
    }

    #[test]
    fn in_a_test_the_file_decides() {
        let intended = problem("tests/step_2.rs", None);
        let recording = Recording {
            rustc: "1.95.0".into(),
            errors: vec![intended.diagnostic.record(None, &|path| path.to_owned())],
        };
        assert!(intends(&recording, &intended));
        assert!(!intends(&recording, &problem("tests/step_3.rs", None)));
    }
}
