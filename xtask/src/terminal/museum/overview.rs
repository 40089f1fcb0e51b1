//! What the museum has: its codes, its concepts and its documents.

use std::collections::BTreeSet;

use super::{View, message, short};
use crate::museum::search;
use crate::terminal::prose::{wrap, wrap_hanging};
use crate::terminal::verdict::commands;
use crate::terminal::{CODE, HEADING, Look, count, paint};

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
            (
                "",
                "cargo xtask errors -".into(),
                "all like an error that you paste or pipe in".into(),
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
}

/// What the ids of a document's cases begin with: `p1-`.
fn prefix(id: &str) -> &str {
    id.find('-').map_or(id, |end| &id[..=end])
}
