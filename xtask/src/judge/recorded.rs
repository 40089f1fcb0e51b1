//! Is this the error that a step is about?

use std::path::{Path, PathBuf};

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

/// Whether a recording has this error: the same code, in the same item (outside
/// of `src/`: the same file), with the same label on the primary place.
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
}

/// The text with every lifetime as `'_`: a learner may call them as they like,
/// and rustc numbers those that have no name.
pub fn normalised(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\'') {
        let (before, quoted) = rest.split_at(at + 1);
        result += before;
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let end = quoted.find(|c| !is_name(c)).unwrap_or(quoted.len());
        // `'a'` is a character, `it's` an apostrophe.
        let lifetime =
            end > 0 && !quoted[end..].starts_with('\'') && !before[..at].ends_with(is_name);
        result += if lifetime { "_" } else { &quoted[..end] };
        rest = &quoted[end..];
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::diagnostic::tests::error;
    use crate::judge::problem::Whose;

    #[test]
    fn the_names_of_lifetimes_make_no_difference() {
        assert_eq!(
            normalised("returning this value requires that `'1` must outlive `'de`"),
            "returning this value requires that `'_` must outlive `'_`"
        );
        assert_eq!(
            normalised("`'static` it's 'x' doesn't"),
            "`'_` it's 'x' doesn't"
        );
        assert_eq!(normalised("&'a mut T: 's"), "&'_ mut T: '_");
        assert_eq!(normalised("'"), "'");
    }

    fn problem(file: &str, item: Option<&str>) -> Problem {
        Problem {
            step: 1,
            whose: Whose::TheSteps,
            file: file.into(),
            item: item.map(str::to_owned),
            is_syntax: false,
            diagnostic: error(Some("E0499"), "cannot borrow", Some((file, 3))),
        }
    }

    #[test]
    fn code_item_and_label_decide() {
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
