//! The museum: the cases of `compile-fail/`, to be searched and shown.
//!
//! What is known of a case is a [`Fact`]; what it looks like lies beside: the program,
//! whose leading comment says why, and the recording of the compiler's words.

use std::path::PathBuf;

pub use compile_fail::facts::{self, Concept, Fact, Facts};

use crate::error::Error;
use crate::judge::recorded;
use crate::recording::Recording;
use crate::workspace::{Exercise, Workspace};

pub mod drift;
pub mod nearest;
pub mod recheck;
pub mod rendered;
pub mod search;
pub mod shelf;

/// The folder of the suite, below the workshop's root.
const SUITE: &str = "compile-fail";

/// All cases, and where they lie.
#[derive(Debug)]
pub struct Museum {
    /// `ROOT/compile-fail`
    pub dir: PathBuf,
    /// What is known of the cases.
    pub facts: Facts,
}

/// The program of a case, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The comment that leads it: why the compiler answers as it does. One paragraph.
    pub why: String,
    /// The number of the first line of `code`, counted from 1.
    pub first_line: usize,
    /// The lines behind the comment and the lint levels.
    pub code: Vec<String>,
}

impl Museum {
    /// Reads what is known of the cases of a workshop.
    pub fn open(workspace: &Workspace) -> Result<Self, Error> {
        let dir = workspace.root.join(SUITE);
        let facts = Facts::open(&dir).map_err(|error| Error::broken(format!("{SUITE}/{error}")))?;
        Ok(Self { dir, facts })
    }

    /// The program of a case.
    pub fn program(&self, fact: &Fact) -> Result<Program, Error> {
        let file = self.dir.join(fact.program());
        let text = std::fs::read_to_string(&file);
        let text = text.map_err(|error| Error::file("read", &file, error))?;
        Ok(Program::parse(&text))
    }

    /// What the compiler says to a case; nothing if it accepts it.
    pub fn recording(&self, fact: &Fact) -> Result<Option<Recording>, Error> {
        let Some(file) = fact.recording() else {
            return Ok(None);
        };
        match recorded::read(&self.dir.join(&file))? {
            None => Err(Error::broken(format!(
                "{SUITE}/{file} is missing; `cargo xtask bless` writes it"
            ))),
            recording => Ok(recording),
        }
    }

    /// The accepted case that is this refused one repaired.
    pub fn twin(&self, fact: &Fact) -> Option<&Fact> {
        self.facts.case(fact.repaired_by.as_deref()?)
    }

    /// The exercise that trains what a case is about.
    pub fn exercise<'w>(&self, fact: &Fact, workspace: &'w Workspace) -> Option<&'w Exercise> {
        let id = self.facts.concept(&fact.concept)?.exercise.as_deref()?;
        let mut exercises = workspace.exercises.iter();
        exercises.find(|exercise| exercise.id() == id)
    }

    /// Where a case comes from: the title of its document.
    pub fn document<'a>(&'a self, fact: &'a Fact) -> &'a str {
        let mut documents = self.facts.documents.iter();
        let document = documents.find(|document| document.id == fact.document);
        document.map_or(&fact.document, |document| &document.title)
    }
}

impl Program {
    /// Why, without the claim if it begins with that.
    pub fn why_besides(&self, claim: &str) -> &str {
        let rest = self.why.strip_prefix(claim.trim_end_matches('.'));
        rest.map_or(&*self.why, |rest| rest.trim_start_matches(['.', ' ']))
    }

    fn parse(text: &str) -> Self {
        let comment = |line: &str| line.strip_prefix("//").map(|line| line.trim().to_owned());
        let why: Vec<String> = text.lines().map_while(comment).collect();
        let code: Vec<&str> = text.lines().skip(why.len()).collect();
        // That nothing calls a small program's functions is no part of its point.
        let is_dull = |line: &&&str| line.is_empty() || line.starts_with("#![allow(");
        let dull = code.iter().take_while(is_dull).count();
        Self {
            first_line: why.len() + dull + 1,
            why: why.join(" "),
            code: code[dull..].iter().map(|&line| line.to_owned()).collect(),
        }
    }
}

/// The codes of a case, each once: `E0499`, `no-code`, `lint:NAME`.
pub fn codes(fact: &Fact) -> Vec<&str> {
    let mut codes: Vec<&str> = Vec::new();
    for error in &fact.errors {
        if !codes.contains(&&*error.code) {
            codes.push(&error.code);
        }
    }
    codes
}

/// The page of the book that a case is on, relative to `book/src/`; its anchor is the
/// case's id.
pub fn page(fact: &Fact) -> String {
    format!("museum/{}.md", fact.concept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comment_is_taken_off_and_the_lines_keep_their_numbers() {
        let program = Program::parse("// One\n// thing.\n#![allow(x)]\n\nfn main() {\n}\n");
        assert_eq!(program.why, "One thing.");
        assert_eq!(program.first_line, 5);
        assert_eq!(program.code, ["fn main() {", "}"]);
        assert_eq!(program.why_besides("One thing."), "");
        assert_eq!(program.why_besides("One"), "thing.");
        assert_eq!(program.why_besides("Another"), "One thing.");
        let bare = Program::parse("fn main() {}\n");
        assert_eq!((bare.first_line, &*bare.why), (1, ""));
    }
}
