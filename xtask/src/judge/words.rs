//! Our words below the compiler's: what an error means here, and what to do.

use super::labels::normalised;
use super::problem::{Problem, Whose};
use crate::manifest::{Remark, Step};
use crate::terminal::count;

/// An indented text stays as it is when the words around it are broken into lines.
pub fn indented(text: &str) -> String {
    let indent = |line: &str| {
        if line.is_empty() {
            String::new()
        } else {
            format!("    {line}")
        }
    };
    text.lines().map(indent).collect::<Vec<_>>().join("\n")
}

/// What to say about the errors of one step, in the exercise in `folder`. `intended` tells
/// for each whether it is the one that the step is about.
pub fn about(step: &Step, folder: &str, problems: &[(&Problem, bool)]) -> String {
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for &(problem, intended) in problems {
        let words = about_one(step, problem, intended);
        match said.iter_mut().find(|(earlier, _)| *earlier == words) {
            Some((_, places)) if places.contains(&place(folder, problem)) => {}
            Some((_, places)) => places.push(place(folder, problem)),
            None => said.push((words, vec![place(folder, problem)])),
        }
    }
    match said.as_slice() {
        [(words, _)] => words.clone(),
        _ => {
            let with_place = |(words, places): &(String, Vec<String>)| match &*places.join(", ") {
                "" => words.clone(),
                places => format!("{places}: {words}"),
            };
            said.iter().map(with_place).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Where it is, as rustc writes it: many a terminal opens a place that is clicked.
fn place(folder: &str, problem: &Problem) -> String {
    let file = &problem.file;
    match problem.at {
        Some((line, column)) => format!("{folder}/{file}:{line}:{column}"),
        None if file.is_empty() => String::new(),
        None => format!("{folder}/{file}"),
    }
}

/// What to say about errors that are not shown, because they follow from those that are.
pub fn about_the_rest(left_out: usize) -> String {
    let (are, they, follow) = match left_out {
        1 => ("is", "it", "follows"),
        _ => ("are", "they", "follow"),
    };
    let errors = count(left_out, "other error");
    format!("{errors} {are} left out here; nearly always {they} {follow} from this one.")
}

fn about_one(step: &Step, problem: &Problem, intended: bool) -> String {
    if problem.is_syntax {
        return format!(
            "rustc cannot read {} here: something is mistyped, missing, or one too many. Repair \
             this first; until then no step can be judged.",
            problem.file
        );
    }
    if let Some(remark) = step.remarks.iter().find(|remark| fits(remark, problem)) {
        return remark.says.clone();
    }
    if intended {
        return "This is the error that this step is about.".to_owned();
    }
    let file = &problem.file;
    if file.is_empty() {
        return "rustc names no place in your files for this error. It may be about an attribute \
                of the whole crate, or about this machine: rustc's words tell."
            .to_owned();
    }
    match problem.whose {
        Whose::TheSteps => {}
        Whose::Added => {
            let place = match problem.item.as_deref() {
                Some("use") => format!("an import that you have added in {file}"),
                Some(item) => format!("`{item}`, which you have added in {file}"),
                None => format!("{file}, which you have added"),
            };
            return format!(
                "This error is in {place}. Read rustc's words from the top; when it is gone, \
                 check again."
            );
        }
        Whose::TheStarters => {
            let place = match &problem.item {
                Some(item) => format!("`{item}` in {file}"),
                None => file.clone(),
            };
            return format!(
                "This is not an error that a step is about: {place} is outside of what the steps \
                 ask you to write. Repair it first, or take back what you changed there."
            );
        }
    }
    if problem.file.starts_with("tests/") {
        return format!(
            "The tests of this step do not compile against your code. {} shows how it is used: \
             the names, the signatures, and how long the results have to live.",
            problem.file
        );
    }
    match step.fails.error {
        Some(_) => "This is not the error that this step is about, but another one that came on \
                    the way. Read rustc's words from the top; when it is gone, check again."
            .to_owned(),
        None => "This step starts with code that compiles, so the error came in with your \
                 changes. Read rustc's words from the top."
            .to_owned(),
    }
}

fn fits(remark: &Remark, problem: &Problem) -> bool {
    let diagnostic = &problem.diagnostic;
    let code = diagnostic.code().unwrap_or("no code");
    let contains = |part: &str| {
        let part = normalised(part);
        let mut texts = vec![normalised(&diagnostic.message)];
        diagnostic.all_spans(&mut |span| texts.extend(span.label.as_deref().map(normalised)));
        texts.iter().any(|text| text.contains(&part))
    };
    let item = |wanted: &str| problem.file == wanted || problem.item.as_deref() == Some(wanted);
    remark.code.as_deref().is_none_or(|wanted| wanted == code)
        && remark.contains.as_deref().is_none_or(contains)
        && remark.item.as_deref().is_none_or(item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::diagnostic::tests::error;
    use crate::items::ownership::tests::steps;

    fn problem(code: Option<&str>, file: &str) -> Problem {
        Problem {
            step: 1,
            whose: Whose::TheSteps,
            file: file.into(),
            at: Some((3, 5)),
            item: Some("Reader::take".into()),
            is_syntax: false,
            diagnostic: error(code, "`'a` must outlive `'1`", Some((file, 3))),
        }
    }

    fn step_with(remark: Remark) -> Step {
        let mut step = steps(&[&["Reader::take"]]).remove(0);
        step.fails.error = Some("E0499".into());
        step.remarks.push(remark);
        step
    }

    fn remark() -> Remark {
        Remark {
            code: None,
            contains: None,
            item: None,
            says: "Known.".into(),
        }
    }

    #[test]
    fn every_condition_of_a_remark_must_hold() {
        let problem = problem(None, "src/lib.rs");
        let says =
            |remark: Remark| about(&step_with(remark), "e/1", &[(&problem, false)]) == "Known.";
        assert!(says(remark()));
        assert!(says(Remark {
            code: Some("no code".into()),
            ..remark()
        }));
        assert!(says(Remark {
            contains: Some("`'x` must outlive `'y`".into()),
            ..remark()
        }));
        assert!(says(Remark {
            contains: Some("here".into()),
            ..remark()
        }));
        assert!(says(Remark {
            item: Some("Reader::take".into()),
            ..remark()
        }));
        assert!(says(Remark {
            item: Some("src/lib.rs".into()),
            ..remark()
        }));
        assert!(!says(Remark {
            code: Some("E0499".into()),
            ..remark()
        }));
        assert!(!says(Remark {
            contains: Some("outlive it".into()),
            ..remark()
        }));
        assert!(!says(Remark {
            code: Some("no code".into()),
            item: Some("Reader".into()),
            ..remark()
        }));
    }

    #[test]
    fn the_kinds_of_error_are_told_apart() {
        let step = step_with(Remark {
            code: Some("E0001".into()),
            ..remark()
        });
        let mut here = problem(None, "src/lib.rs");
        assert!(about(&step, "e/1", &[(&here, true)]).starts_with("This is the error that"));
        assert!(about(&step, "e/1", &[(&here, false)]).starts_with("This is not the error that"));
        here.whose = Whose::TheStarters;
        assert!(
            about(&step, "e/1", &[(&here, false)])
                .contains("`Reader::take` in src/lib.rs is outside")
        );
        here.whose = Whose::Added;
        assert!(
            about(&step, "e/1", &[(&here, false)])
                .contains("`Reader::take`, which you have added in src/lib.rs.")
        );
        here.item = Some("use".into());
        assert!(
            about(&step, "e/1", &[(&here, false)])
                .contains("an import that you have added in src/lib.rs.")
        );
        here.is_syntax = true;
        assert!(
            about(&step, "e/1", &[(&here, false)]).starts_with("rustc cannot read src/lib.rs here")
        );
        let test = problem(None, "tests/step_1.rs");
        assert!(about(&step, "e/1", &[(&test, false)]).contains("tests/step_1.rs shows how"));
        let mut nowhere = problem(None, "");
        nowhere.at = None;
        nowhere.diagnostic.spans.clear();
        assert!(about(&step, "e/1", &[(&nowhere, false)]).starts_with("rustc names no place"));
        let both = about(&step, "e/1", &[(&test, false), (&nowhere, false)]);
        assert!(both.contains("\nrustc names no place"), "{both}");
    }

    #[test]
    fn several_errors_are_told_by_their_places() {
        let step = step_with(Remark {
            code: Some("E0001".into()),
            ..remark()
        });
        let (one, other) = (
            problem(None, "src/lib.rs"),
            problem(Some("E0001"), "src/lib.rs"),
        );
        let mut third = one.clone();
        third.at = Some((9, 5));
        let all = [(&one, true), (&other, false), (&third, true), (&one, true)];
        assert_eq!(
            about(&step, "e/1", &all),
            "e/1/src/lib.rs:3:5, e/1/src/lib.rs:9:5: This is the error that this step is about.\n\
             e/1/src/lib.rs:3:5: Known."
        );
        assert_eq!(
            about(&step, "e/1", &[(&one, true), (&one, true)]),
            "This is the error that this step is about."
        );
    }
}
