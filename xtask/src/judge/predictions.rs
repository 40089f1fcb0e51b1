//! What the learner has predicted about the programs of a step, and what is true.

use std::path::{Path, PathBuf};

use super::running::Outcome;
use crate::cargo::diagnostic::Diagnostic;
use crate::cargo::rustc::Fate;
use crate::error::Error;

/// The file in `src/` that the answers are written in.
pub const FILE: &str = "predictions.toml";

/// What a program has as an answer before it gets one.
const OPEN: &str = "?";

/// The learner's answers.
#[derive(Debug)]
pub struct Answers(Result<toml::Table, String>);

/// The program of a prediction.
pub fn program(exercise: &Path, name: &str) -> PathBuf {
    exercise.join("predict").join(format!("{name}.rs"))
}

impl Answers {
    /// Reads the answers of a candidate.
    pub fn read(dir: &Path) -> Result<Self, Error> {
        let file = dir.join("src").join(FILE);
        match std::fs::read_to_string(&file) {
            Ok(text) => Ok(Self(
                text.parse()
                    .map_err(|error: toml::de::Error| error.to_string()),
            )),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok(Self(Err(format!("src/{FILE} is not there"))))
            }
            Err(error) => Err(Error::file("read", &file, error)),
        }
    }

    /// Compares the answers with what the compiler made of each program. The
    /// errors are those of the programs that were predicted wrongly. `all` are the
    /// programs of all steps, whose answers share the file.
    pub fn judge(
        &self,
        programs: &[String],
        fates: &[&Fate],
        all: &[&str],
    ) -> (Outcome, Vec<Diagnostic>) {
        let table = match &self.0 {
            Ok(table) => table,
            Err(problem) => {
                let words = format!(
                    "src/{FILE} cannot be read. It needs one line for each program, such as:\n    \
                     {} = \"compiles\"\n{}",
                    programs.first().map_or("program", |name| name),
                    super::words::indented(problem)
                );
                return (
                    Outcome {
                        passed: false,
                        words,
                    },
                    Vec::new(),
                );
            }
        };
        let mut words = Vec::new();
        let mut errors = Vec::new();
        let mut open = Vec::new();
        for (name, fate) in programs.iter().zip(fates) {
            let answer = table.get(name).and_then(|value| value.as_str());
            match answer.map(tidy) {
                None if table.contains_key(name) => {
                    words.push(format!("`{name}`: an answer stands in quotes. {ANSWERS}"));
                }
                None => open.push(format!("`{name}`")),
                Some(answer) if answer == OPEN => open.push(format!("`{name}`")),
                Some(wanted) if !is_answer(&wanted) => {
                    let answer = answer.unwrap_or_default();
                    words.push(format!("`{name}`: \"{answer}\" is no answer. {ANSWERS}"));
                }
                Some(answer) if fate.is(&answer) => {}
                Some(answer) => {
                    words.push(format!("`{name}`: {}", contradiction(&answer, fate)));
                    errors.extend(fate.errors.iter().cloned());
                }
            }
        }
        for name in table.keys().filter(|name| !all.contains(&name.as_str())) {
            words.push(format!(
                "There is no program `{name}` in predict/; is its name misspelt?"
            ));
        }
        if !open.is_empty() {
            let left = if open.len() == programs.len() {
                "Nothing is predicted yet.".to_owned()
            } else {
                format!("Not predicted yet: {}.", open.join(", "))
            };
            words.insert(0, format!(
                "{left} Read each program in predict/, decide what the compiler says to it, and \
                 write that into src/{FILE}. {ANSWERS}"
            ));
        }
        let passed = words.is_empty();
        (
            Outcome {
                passed,
                words: words.join("\n"),
            },
            errors,
        )
    }
}

const ANSWERS: &str = "An answer is \"compiles\", a code such as \"E0499\", or \"no code\" for an error that has none.";

fn contradiction(answer: &str, fate: &Fate) -> String {
    let said = match answer {
        "compiles" => "you say that it compiles".to_owned(),
        "no code" => "you say that it has an error without a code".to_owned(),
        code => format!("you say {code}"),
    };
    let truth = match fate.word() {
        "compiles" => "but the compiler accepts it".to_owned(),
        "no code" => "but rustc has an error without a code, shown above".to_owned(),
        code => format!("but rustc says {code}, shown above"),
    };
    format!("{said}, {truth}.")
}

fn tidy(answer: &str) -> String {
    let answer = answer.trim();
    match answer.to_ascii_lowercase() {
        lower if lower == "compiles" || lower == "no code" => lower,
        _ => answer.to_ascii_uppercase(),
    }
}

fn is_answer(answer: &str) -> bool {
    let is_code = answer.strip_prefix('E').is_some_and(|digits| {
        digits.len() == 4 && digits.chars().all(|digit| digit.is_ascii_digit())
    });
    is_code || answer == "compiles" || answer == "no code"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::diagnostic::tests::error;

    fn judged(answers: &str) -> (Outcome, Vec<Diagnostic>) {
        let names = ["fine", "twice", "short"].map(str::to_owned);
        let fates = [
            Fate { errors: vec![] },
            Fate {
                errors: vec![error(Some("E0499"), "cannot borrow", None)],
            },
            Fate {
                errors: vec![error(None, "lifetime may not live long enough", None)],
            },
        ];
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("src")).unwrap();
        std::fs::write(dir.path().join("src").join(FILE), answers).unwrap();
        let answers = Answers::read(dir.path()).unwrap();
        let all = ["fine", "twice", "short", "later"];
        answers.judge(&names, &fates.iter().collect::<Vec<_>>(), &all)
    }

    #[test]
    fn the_truth_passes() {
        let (outcome, errors) =
            judged("fine = \"Compiles\"\r\ntwice = \" e0499\"\r\nshort = \"no code\"\r\n");
        assert!(outcome.passed, "{}", outcome.words);
        assert!(outcome.words.is_empty() && errors.is_empty());
    }

    #[test]
    fn a_wrong_answer_is_told_with_the_errors() {
        let (outcome, errors) = judged("fine = \"E0499\"\ntwice = \"compiles\"\nshort = \"E0597\"");
        assert!(!outcome.passed);
        for words in [
            "`fine`: you say E0499, but the compiler accepts it.",
            "`twice`: you say that it compiles, but rustc says E0499",
            "`short`: you say E0597, but rustc has an error without a code",
        ] {
            assert!(outcome.words.contains(words), "{}", outcome.words);
        }
        assert_eq!(errors.len(), 2);
    }

    #[test]
    fn what_is_open_is_named() {
        let (outcome, _) = judged("fine = \"?\"\ntwice = \"?\"\nshort = \"?\"");
        assert!(!outcome.passed && outcome.words.starts_with("Nothing is predicted yet."));
        let (outcome, _) = judged("fine = \"compiles\"\ntwice = \"?\"");
        assert!(!outcome.passed);
        assert!(
            outcome
                .words
                .starts_with("Not predicted yet: `twice`, `short`.")
        );
    }

    #[test]
    fn what_is_no_answer_is_said() {
        let (outcome, _) = judged(
            "fine = \"yes\"\ntwice = 499\nshort = \"no code\"\nlater = \"?\"\nshrot = \"?\"",
        );
        assert!(!outcome.passed);
        for words in [
            "\"yes\" is no answer",
            "`twice`: an answer stands in quotes",
            "`shrot`",
        ] {
            assert!(outcome.words.contains(words), "{}", outcome.words);
        }
        assert!(!outcome.words.contains("`later`"), "{}", outcome.words);
        let (outcome, _) = judged("fine = compiles");
        assert!(
            !outcome.passed && outcome.words.contains("cannot be read"),
            "{}",
            outcome.words
        );
    }
}
