//! The cases with one code: the clearest whole, then the others.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Amount, Row, View, message, name, short};
use crate::error::Error;
use crate::museum::Fact;
use crate::museum::facts::{self, FactError};
use crate::recording::RecordedError;
use crate::terminal::prose::wrap;
use crate::terminal::verdict::commands;
use crate::terminal::{CODE, HEADING, QUIET, count, paint};

impl View<'_> {
    /// The refused cases with one code: the clearest whole, then the others.
    pub fn code(&self, code: &str, cases: &[&Fact], amount: Amount) -> Result<String, Error> {
        let said = message(cases, code);
        let heading = format!("{}  {said}", paint(HEADING, name(code)));
        let mut out = format!("{}\n", heading.trim_end());
        let mut clearest: Option<(_, &Fact)> = None;
        for case in cases {
            let effort = self.effort(case, code, &said)?;
            if clearest.is_none_or(|(least, _)| effort < least) {
                clearest = Some((effort, case));
            }
        }
        let Some((_, clearest)) = clearest else {
            return Ok(out);
        };
        let of = count(cases.len(), "case");
        let words = match cases.len() {
            1 => "The only case in the museum:".to_owned(),
            _ => format!("The simplest of {of}:"),
        };
        let _ = writeln!(out, "{words} {}\n", paint(CODE, &clearest.id));
        out += &self.what_happens(clearest, |program| &program.why)?;
        out += &self.repair(clearest)?;
        let others: Vec<&Fact> = cases
            .iter()
            .copied()
            .filter(|case| case.id != clearest.id)
            .collect();
        if !others.is_empty() {
            let _ = writeln!(out, "{}", paint(HEADING, "Where else it comes from"));
            out += &self.by_concept(&others, amount);
            out.push('\n');
        }
        let mut rows = Vec::new();
        rows.push(match others.as_slice() {
            [] => {
                let show = format!("cargo xtask errors {}", clearest.id);
                ("Show", show, "where it comes from".to_owned())
            }
            _ => {
                let show = "cargo xtask errors ID".to_owned();
                ("Show", show, "one of them".to_owned())
            }
        });
        if amount == Amount::Some && hidden(&others) > 0 {
            let all = format!("cargo xtask errors {} --all", short(code));
            rows.push(("All", all, format!("{of} by name")));
        }
        rows.extend(self.trained_by(code));
        if facts::is_error_code(code) {
            let manual = format!("rustc --explain {code}");
            rows.push(("Manual", manual, "the compiler's own".to_owned()));
        }
        out += &commands(&rows);
        Ok(out)
    }

    /// How far a case is from a simple one with a code and this message: it does not say
    /// that, it has another error, its places are not all on lines of their own, it is long.
    fn effort(
        &self,
        case: &Fact,
        code: &str,
        said: &str,
    ) -> Result<impl Ord + Copy + use<>, Error> {
        let recording = self.museum.recording(case)?;
        let errors = recording.map_or(Vec::new(), |recording| recording.errors);
        let says = |error: &&FactError| error.code == code && facts::shape(&error.message) == said;
        let saying = case.errors.iter().filter(says).count();
        let others = case.errors.len() - saying;
        let places = |error: &RecordedError| {
            let lines = error.spans.iter().map(|span| span.start.0);
            lines.collect::<BTreeSet<_>>().len()
        };
        let lines = errors.iter().map(places).max().unwrap_or(0);
        let rendered = errors.iter().map(|error| error.rendered.len());
        let lonely = usize::from(case.repaired_by.is_none());
        Ok((
            saying == 0,
            others,
            lonely + 3_usize.saturating_sub(lines),
            rendered.sum::<usize>(),
        ))
    }

    /// The exercises that begin with this code.
    fn trained_by(&self, code: &str) -> Vec<Row> {
        let wanted = match code {
            facts::NO_CODE => "no code",
            code => code,
        };
        let mut rows = Vec::new();
        for exercise in &self.workspace.exercises {
            let steps = (1..).zip(&exercise.manifest.steps);
            let about: Vec<String> = steps
                .filter(|(_, step)| step.fails.error.as_deref() == Some(wanted))
                .map(|(number, _)| number.to_string())
                .collect();
            let steps = match about.as_slice() {
                [] => continue,
                [one] => format!("step {one} begins with it"),
                several => format!("steps {} begin with it", several.join(", ")),
            };
            let check = format!("cargo xtask check {}", exercise.id());
            rows.push(("Train", check, steps));
        }
        rows
    }

    /// Cases below the titles of their concepts.
    fn by_concept(&self, cases: &[&Fact], amount: Amount) -> String {
        let mut out = String::new();
        for concept in &self.museum.facts.concepts {
            let about: Vec<&Fact> = cases
                .iter()
                .copied()
                .filter(|case| case.concept == concept.id)
                .collect();
            let Some((first, others)) = about.split_first() else {
                continue;
            };
            out.push('\n');
            out += &wrap(&format!("{}:", concept.title), "  ");
            let ends = false;
            out += &self.line(first, ends);
            match amount {
                Amount::All => others.iter().for_each(|case| out += &self.line(case, ends)),
                Amount::Some if others.is_empty() => {}
                Amount::Some => {
                    let more = format!("and {} more: cargo xtask errors ", others.len());
                    let _ = writeln!(out, "    {}", paint(QUIET, more + &concept.id));
                }
            }
        }
        out
    }
}

/// How many of these cases are left out where there is one for each concept.
fn hidden(cases: &[&Fact]) -> usize {
    let mut concepts: Vec<&str> = cases.iter().map(|case| &*case.concept).collect();
    concepts.sort_unstable();
    concepts.dedup();
    cases.len() - concepts.len()
}
