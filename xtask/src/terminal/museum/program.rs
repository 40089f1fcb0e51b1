//! The program of a case, what the compiler says to it, and the program repaired.

use similar::{ChangeTag, TextDiff};

use super::View;
use crate::error::Error;
use crate::museum::{Fact, Program};
use crate::terminal::prose::{wrap, wrap_hanging};
use crate::terminal::{CODE, GOOD, HEADING, Look, QUIET, loan, paint};

impl View<'_> {
    /// The program, the compiler's words with the loan drawn, and why.
    pub(super) fn what_happens(
        &self,
        case: &Fact,
        why: impl Fn(&Program) -> &str,
    ) -> Result<String, Error> {
        let program = self.museum.program(case)?;
        let mut out = self.listing(&program);
        out.push('\n');
        match self.museum.recording(case)? {
            None => out += "rustc accepts it.\n\n",
            Some(recording) => {
                for error in &recording.errors {
                    out += &match error.spans.len() {
                        // A drawing of one place shows what the compiler has shown.
                        0 | 1 => format!("{}\n\n", error.rendered.trim_end()),
                        _ => loan::with_words(error, self.look),
                    };
                }
            }
        }
        if !why(&program).is_empty() {
            let heading = format!("{} ", paint(HEADING, "Why:"));
            out += &wrap_hanging(why(&program), &heading, "");
            out.push('\n');
        }
        Ok(out)
    }

    /// The accepted twin of a case, with what is new in it.
    pub(super) fn repair(&self, case: &Fact) -> Result<String, Error> {
        let Some(twin) = self.museum.twin(case) else {
            return Ok(String::new());
        };
        // Only edition 2021 refuses a few of those that have a twin.
        let repaired = match case.is_refused() {
            true => "Repaired",
            false => "Repaired for edition 2021",
        };
        let mut out = format!("{}: {}\n", paint(GOOD, repaired), paint(CODE, &twin.id));
        out += &wrap(&twin.claim, "");
        out.push('\n');
        let (before, after) = (self.museum.program(case)?, self.museum.program(twin)?);
        out += &self.repaired(&before, &after);
        out.push('\n');
        Ok(out)
    }

    /// A program, its lines numbered as the compiler counts them.
    fn listing(&self, program: &Program) -> String {
        let mut out = String::new();
        for (number, line) in (program.first_line..).zip(&program.code) {
            out += &self.source(number, " ", line);
        }
        out
    }

    /// A program that is another one repaired: what is new in it is marked.
    fn repaired(&self, before: &Program, after: &Program) -> String {
        let lines = |program: &Program| -> Vec<String> {
            let lines = program.code.iter();
            lines.map(|line| format!("{line}\n")).collect()
        };
        let (before, code) = (lines(before).concat(), lines(after).concat());
        let diff = TextDiff::from_lines(&before, &code);
        let mut out = String::new();
        let mut number = after.first_line;
        for change in diff.iter_all_changes() {
            let mark = match change.tag() {
                ChangeTag::Delete => continue,
                ChangeTag::Insert => "+",
                ChangeTag::Equal => " ",
            };
            out += &self.source(number, mark, change.value().trim_end());
            number += 1;
        }
        out
    }

    fn source(&self, number: usize, mark: &str, line: &str) -> String {
        let text = match (self.look, mark) {
            _ if line.is_empty() && self.look == Look::Plain => String::new(),
            (Look::Plain, "+") => format!("    {line} (changed)"),
            (Look::Plain, _) => format!("    {line}"),
            (Look::Rich, "+") => format!(
                "  {} {}",
                paint(QUIET, format!("{number:>3}")),
                paint(GOOD, format!("+ {line}").trim_end())
            ),
            (Look::Rich, _) => {
                format!("  {}   {line}", paint(QUIET, format!("{number:>3}")))
            }
        };
        format!("{}\n", text.trim_end())
    }
}
