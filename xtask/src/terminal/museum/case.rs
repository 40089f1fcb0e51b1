//! One case: what happens, its repair, where it comes from, and where to go from there.

use std::fmt::Write;

use super::{Row, View, how_it_ends, name, short};
use crate::error::Error;
use crate::museum::facts::{self, Outcome};
use crate::museum::{Fact, codes, page};
use crate::terminal::prose::wrap;
use crate::terminal::verdict::commands;
use crate::terminal::{HEADING, paint, section};

impl View<'_> {
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

    /// Where a case comes from, and what has become of it since.
    fn origin(&self, case: &Fact) -> String {
        let document = self.museum.document(case);
        let mut words = match case.documented {
            None => format!("It belongs to “{document}”; the program is ours."),
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
    pub(super) fn trains(&self, case: &Fact) -> Vec<Row> {
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
