//! Cases as a list: those about a concept, and those with some words in them.

use std::fmt::Write;

use super::{Amount, Row, View, command, how_it_ends};
use crate::museum::Fact;
use crate::museum::facts::Concept;
use crate::terminal::prose::{wrap, wrap_hanging};
use crate::terminal::verdict::commands;
use crate::terminal::{CODE, HEADING, Look, QUIET, count, paint};

/// How many cases a list shows that is not to be long.
const FIRST: usize = 12;

impl View<'_> {
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

    /// A case in a list: its id, how it ends unless that is known, and what it claims.
    pub(super) fn line(&self, case: &Fact, ends: bool) -> String {
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
}

/// How to see those that are left out of a list, if any are.
fn all_of(subject: &str, hidden: usize) -> Option<Row> {
    let all = format!("{} --all", command(subject));
    (hidden > 0).then(|| ("All", all, format!("{hidden} more")))
}
