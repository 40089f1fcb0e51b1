//! The museum of borrow errors for people: what there is, and one case whole.

use std::collections::BTreeSet;
use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

use super::prose::{wrap, wrap_hanging};
use super::verdict::commands;
use super::{CODE, GOOD, HEADING, Look, QUIET, count, loan, paint, section};
use crate::error::Error;
use crate::museum::facts::{self, Concept, Outcome};
use crate::museum::{Fact, Museum, Program, codes, page, search};
use crate::recording::RecordedError;
use crate::workspace::Workspace;

/// The museum, and who looks at it.
#[derive(Debug, Clone, Copy)]
pub struct View<'v> {
    /// What there is to see.
    pub museum: &'v Museum,
    /// The exercises that train it.
    pub workspace: &'v Workspace,
    /// For whom it is drawn.
    pub look: Look,
}

/// How many cases a list shows that is not to be long.
const FIRST: usize = 12;

/// A row of [`commands`]: what it is for, the command, and a remark.
type Row = (&'static str, String, String);

/// How many of the cases that fit are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// One for each concept, or the first few.
    Some,
    /// Every one.
    All,
}

impl View<'_> {
    /// The codes and the concepts that there are.
    pub fn overview(&self) -> String {
        let (refused, accepted): (Vec<_>, Vec<_>) = self
            .museum
            .facts
            .cases()
            .partition(|case| case.is_refused());
        let repaired: BTreeSet<_> = refused
            .iter()
            .filter_map(|c| c.repaired_by.as_ref())
            .collect();
        let words = format!(
            "{} that rustc refuses, and {} that it accepts; {} of these repair one of the others.",
            count(refused.len(), "program"),
            accepted.len(),
            repaired.len()
        );
        let mut out = format!(
            "{}\n{}",
            paint(HEADING, "The museum of borrow errors"),
            wrap(&words, "")
        );
        let mut rows = Vec::new();
        for (code, cases) in search::all_codes(self.museum) {
            rows.push((code, cases, message(&refused, code)));
        }
        out += &self.table("By code", &rows);
        let mut rows = Vec::new();
        for concept in &self.museum.facts.concepts {
            let cases = self.museum.facts.cases();
            let about = cases.filter(|case| case.concept == concept.id).count();
            rows.push((&*concept.id, about, concept.title.clone()));
        }
        out += &self.table("By concept", &rows);
        let mut rows = Vec::new();
        for document in &self.museum.facts.documents {
            let prefix = document.cases.first().map_or("", |case| prefix(&case.id));
            rows.push((prefix, document.cases.len(), document.title.clone()));
        }
        out += &self.table("By document, with which an id begins", &rows);
        out.push('\n');
        out += &commands(&[
            (
                "",
                "cargo xtask errors E0499".into(),
                "all with a code".into(),
            ),
            (
                "",
                "cargo xtask errors reborrow".into(),
                "all about a concept".into(),
            ),
            (
                "",
                "cargo xtask errors split_at_mut".into(),
                "all with a word in them".into(),
            ),
        ]);
        out
    }

    /// Names, how often each occurs, and what it is.
    fn table(&self, heading: &str, rows: &[(&str, usize, String)]) -> String {
        let mut out = format!("\n{}\n\n", paint(HEADING, heading));
        // The names of lints are longer than all others, and push nobody aside.
        let widths = rows.iter().map(|row| short(row.0).len());
        let width = widths.filter(|&width| width <= 24).max().unwrap_or(0);
        for (name, cases, words) in rows {
            let name = short(name);
            let (first, hang) = match self.look {
                Look::Rich => {
                    let mut first = format!("  {}", paint(CODE, name));
                    if name.len() > width {
                        out += &format!("{first}\n");
                        first = format!("  {}", " ".repeat(width));
                    } else {
                        first += &" ".repeat(width - name.len());
                    }
                    (format!("{first}  {cases:>3}  "), " ".repeat(width + 9))
                }
                Look::Plain => (
                    format!("{name}, {}: ", count(*cases, "case")),
                    "  ".to_owned(),
                ),
            };
            out += &wrap_hanging(words, &first, &hang);
        }
        out
    }

    /// The refused cases with one code: the clearest whole, then the others.
    pub fn code(&self, code: &str, cases: &[&Fact], amount: Amount) -> Result<String, Error> {
        let heading = format!("{}  {}", paint(HEADING, name(code)), message(cases, code));
        let mut out = format!("{}\n", heading.trim_end());
        let mut clearest: Option<(_, &Fact)> = None;
        for case in cases {
            let effort = self.effort(case, code)?;
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

    /// How hard a case is to read: one that has a second error, or whose places are not
    /// all on lines of their own, is worse than a long one.
    fn effort(&self, case: &Fact, code: &str) -> Result<(usize, usize, usize), Error> {
        let Some(recording) = self.museum.recording(case)? else {
            return Ok((0, 0, 0));
        };
        let others = case
            .errors
            .iter()
            .filter(|error| error.code != code)
            .count();
        let places = |error: &RecordedError| {
            let lines = error.spans.iter().map(|span| span.start.0);
            lines.collect::<BTreeSet<_>>().len()
        };
        let lines = recording.errors.iter().map(places).max().unwrap_or(0);
        let rendered = recording.errors.iter().map(|error| error.rendered.len());
        let lonely = usize::from(case.repaired_by.is_none());
        Ok((
            others,
            lonely + 3_usize.saturating_sub(lines),
            rendered.sum(),
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

    /// The cases about one concept: those first that are refused, or all as they come.
    pub fn concept(&self, concept: &Concept, cases: &[&Fact], amount: Amount) -> String {
        let heading = paint(HEADING, &concept.id);
        let mut out = wrap_hanging(&concept.title, &format!("{heading}  "), "  ");
        let refused = cases.iter().filter(|case| case.is_refused()).count();
        let words = format!("{}, {refused} of them refused", count(cases.len(), "case"));
        let _ = writeln!(out, "{words}\n");
        let mut shown = cases.to_vec();
        if amount == Amount::Some && cases.len() > FIRST {
            shown.sort_by_key(|case| !case.is_refused());
            shown.truncate(FIRST);
        }
        for case in &shown {
            out += &self.line(case, true);
        }
        out.push('\n');
        let mut rows = cases.first().map_or(Vec::new(), |case| self.trains(case));
        rows.push((
            "Show",
            "cargo xtask errors ID".to_owned(),
            "one of them".into(),
        ));
        rows.extend(all_of(&concept.id, cases.len() - shown.len()));
        out += &commands(&rows);
        out
    }

    /// The cases with some words in them.
    pub fn text(&self, words: &str, cases: &[&Fact], amount: Amount) -> String {
        let mut out = format!(
            "{} with “{words}”\n\n",
            paint(HEADING, count(cases.len(), "case"))
        );
        let shown = match amount {
            Amount::All => cases.len(),
            Amount::Some => cases.len().min(FIRST),
        };
        for case in &cases[..shown] {
            out += &self.line(case, true);
        }
        out.push('\n');
        let mut rows = vec![(
            "Show",
            "cargo xtask errors ID".to_owned(),
            "one of them".into(),
        )];
        rows.extend(all_of(words, cases.len() - shown));
        out += &commands(&rows);
        out
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

    /// A case in a list: its id, how it ends unless that is known, and what it claims.
    fn line(&self, case: &Fact, ends: bool) -> String {
        let ends = match ends {
            true => how_it_ends(case),
            false => String::new(),
        };
        let first = match self.look {
            Look::Rich if ends.is_empty() => format!("    {}", paint(CODE, &case.id)),
            Look::Rich => format!("    {}  {}", paint(CODE, &case.id), paint(QUIET, ends)),
            Look::Plain if ends.is_empty() => format!("    {}:", case.id),
            Look::Plain => format!("    {}, {ends}:", case.id),
        };
        let claim = wrap(&case.claim, "      ");
        format!("{first}\n{claim}")
    }

    /// One case: the program, what the compiler says, why, and the repair.
    pub fn case(&self, case: &Fact) -> Result<String, Error> {
        let ends = how_it_ends(case);
        let mut out = format!("{}  {ends}\n", paint(HEADING, &case.id));
        out += &wrap(&case.claim, "");
        out.push('\n');
        out += &self.what_happens(case, |program| program.why_besides(&case.claim))?;
        out += &self.repair(case)?;
        let repairs: Vec<_> = self.museum.facts.repairs(&case.id).collect();
        if !repairs.is_empty() {
            let _ = writeln!(out, "{}\n", paint(HEADING, "It repairs"));
            for refused in repairs {
                out += &self.line(refused, true);
            }
            out.push('\n');
        }
        out += &self.origin(case);
        out += &commands(&self.rows_of(case));
        Ok(out)
    }

    /// The accepted twin of a case, with what is new in it.
    fn repair(&self, case: &Fact) -> Result<String, Error> {
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

    /// The program, the compiler's words with the loan drawn, and why.
    fn what_happens(&self, case: &Fact, why: impl Fn(&Program) -> &str) -> Result<String, Error> {
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

    /// Where a case comes from, and what has become of it since.
    fn origin(&self, case: &Fact) -> String {
        let document = self.museum.document(case);
        let mut words = match case.documented {
            None => format!("It belongs to {document}; the program is ours."),
            Some(documented) => {
                let says = match documented {
                    Outcome::Fails => "that it is refused",
                    Outcome::Compiles => "that it compiles",
                };
                format!("From {document}, “{}”, which says {says}.", case.section)
            }
        };
        if let Some(drift) = &case.drift {
            words += &format!(" {drift}");
        }
        if case.polonius_accepts {
            words += " The next borrow checker, Polonius, accepts it.";
        }
        if let Some(other) = &case.edition_2021 {
            let ends = match other.errors.as_slice() {
                [] => "it compiles.".to_owned(),
                [first, ..] => {
                    format!(
                        "the compiler says: {} ({}).",
                        first.message,
                        name(&first.code)
                    )
                }
            };
            words += &format!(" In edition 2021 {ends}");
        }
        wrap(&words, "") + "\n"
    }

    /// The chapter and the exercise that train what a case is about.
    fn trains(&self, case: &Fact) -> Vec<Row> {
        let mut rows = Vec::new();
        let root = &self.workspace.root;
        if let Some(exercise) = self.museum.exercise(case, self.workspace) {
            let chapter = &exercise.manifest.chapter;
            rows.push(("Read", section::place(root, chapter, None), String::new()));
            let check = format!("cargo xtask check {}", exercise.id());
            rows.push(("Train", check, exercise.manifest.title.clone()));
        }
        rows
    }

    /// Where to go from a case.
    fn rows_of(&self, case: &Fact) -> Vec<Row> {
        let mut rows = self.trains(case);
        // The page is made with the book, so it is only there when the book has been built.
        let place = section::place(&self.workspace.root, &page(case), Some(&case.id));
        if place.contains("dist/") {
            rows.push(("Book", place, String::new()));
        }
        let others = |like: &dyn Fn(&Fact) -> bool| {
            let others = self.museum.facts.cases();
            others
                .filter(|other| other.id != case.id && like(other))
                .count()
        };
        let about = others(&|other| other.concept == case.concept);
        let mut alike = vec![(&*case.concept, about, "about the same")];
        for code in codes(case) {
            let number = others(&|other| codes(other).contains(&code));
            alike.push((short(code), number, "with the same code"));
        }
        for (subject, number, how) in alike.into_iter().filter(|(_, number, _)| *number > 0) {
            let what = if rows.iter().any(|row| row.0 == "More") {
                ""
            } else {
                "More"
            };
            let remark = match subject {
                facts::NO_CODE => format!("{number} more without a code"),
                _ => format!("{number} more {how}"),
            };
            rows.push((what, format!("cargo xtask errors {subject}"), remark));
        }
        rows
    }
}

/// The command that looks for a subject, safe to paste into a shell; `TEXT` stands for
/// what no pair of quotes can hold.
pub fn command(subject: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " _-.:/".contains(c);
    let quoted = if subject.starts_with('-') {
        "TEXT".to_owned()
    } else if subject.chars().all(is_plain) && !subject.contains(" -") {
        subject.to_owned()
    } else if !subject.contains(['"', '$', '`', '!', '\\']) {
        format!("\"{subject}\"")
    } else if !subject.contains('\'') {
        format!("'{subject}'")
    } else {
        "TEXT".to_owned()
    };
    format!("cargo xtask errors {quoted}")
}

/// How to see those that are left out of a list, if any are.
fn all_of(subject: &str, hidden: usize) -> Option<Row> {
    let all = format!("{} --all", command(subject));
    (hidden > 0).then(|| ("All", all, format!("{hidden} more")))
}

/// The codes of a case, or that it compiles.
fn how_it_ends(case: &Fact) -> String {
    let codes: Vec<&str> = codes(case).into_iter().map(name).collect();
    match codes.as_slice() {
        [] => "compiles".to_owned(),
        codes => codes.join(", "),
    }
}

/// What is said most often with a code, whatever the names are.
fn message(cases: &[&Fact], code: &str) -> String {
    let mut said: Vec<(String, usize)> = Vec::new();
    let errors = cases.iter().flat_map(|case| &case.errors);
    for error in errors.filter(|error| error.code == code) {
        let shape = facts::shape(&error.message);
        match said.iter_mut().find(|(known, _)| *known == shape) {
            Some((_, count)) => *count += 1,
            None => said.push((shape, 1)),
        }
    }
    let most = said.iter().map(|&(_, count)| count).max();
    let first = said.into_iter().find(|&(_, count)| Some(count) == most);
    first.map(|(shape, _)| shape).unwrap_or_default()
}

/// What the ids of a document's cases begin with: `p1-`.
fn prefix(id: &str) -> &str {
    id.find('-').map_or(id, |end| &id[..=end])
}

/// How many of these cases are left out where there is one for each concept.
fn hidden(cases: &[&Fact]) -> usize {
    let mut concepts: Vec<&str> = cases.iter().map(|case| &*case.concept).collect();
    concepts.sort_unstable();
    concepts.dedup();
    cases.len() - concepts.len()
}

/// A code as one says it.
pub fn name(code: &str) -> &str {
    match code {
        facts::NO_CODE => "no code",
        code => short(code),
    }
}

/// A code as one types it.
fn short(code: &str) -> &str {
    code.strip_prefix(facts::LINT).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn a_command_can_be_pasted() {
        for (subject, quoted) in [
            ("E0499", "E0499"),
            ("live long enough", "live long enough"),
            ("mem::take", "mem::take"),
            ("'a", "\"'a\""),
            ("&'a mut", "\"&'a mut\""),
            ("fn -> T", "\"fn -> T\""),
            ("println!", "'println!'"),
            ("$x", "'$x'"),
            ("'a $x", "TEXT"),
            ("-> T", "TEXT"),
        ] {
            assert_eq!(command(subject), format!("cargo xtask errors {quoted}"));
        }
    }
}
