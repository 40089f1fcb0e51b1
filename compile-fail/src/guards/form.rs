//! Guards of how the files are written.

use super::{Complaints, each_file};
use crate::suite::Suite;

/// A case's lines are shorter than this, to be quoted whole in a terminal and in the book.
const COLUMNS: usize = 100;

/// No program has a line of 100 columns or more.
pub fn lines_are_short(suite: &Suite) -> Complaints {
    each_file(suite, ".rs", |text| {
        text.lines()
            .enumerate()
            .filter(|(_, line)| line.chars().count() >= COLUMNS)
            .map(|(index, _)| format!("line {} is too long", index + 1))
            .collect()
    })
}

/// Lines end in LF on every platform, the last one too.
pub fn lines_end_in_lf(suite: &Suite) -> Complaints {
    each_file(suite, "", |text| {
        let mut complaints = Vec::new();
        if text.contains('\r') {
            complaints.push("holds a carriage return".into());
        }
        if !text.ends_with('\n') {
            complaints.push("does not end with a line feed".into());
        }
        complaints
    })
}

/// A program begins with one to three lines of comment, which say what it
/// claims and why the compiler answers as it does.
pub fn comments_lead(suite: &Suite) -> Complaints {
    each_file(suite, ".rs", |text| {
        let comments = text.lines().take_while(|line| line.starts_with("// "));
        match comments.count() {
            1..=3 => Vec::new(),
            n => vec![format!("begins with {n} lines of comment, not 1 to 3")],
        }
    })
}
