//! A diagnostic that rustc wrote, as it is kept in `recorded/*.json`.
//!
//! The book, `explain`, `errors` and the verdicts quote these files. `cargo xtask bless`
//! writes them; nobody types them.

use serde::{Deserialize, Serialize};

/// All errors that one program, or one step of a starter, gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// `rustc --version` without the hash: `1.95.0`.
    pub rustc: String,
    /// The errors, in rustc's order; spanless summaries and repetitions are dropped.
    pub errors: Vec<RecordedError>,
}

/// One error with everything that is needed to quote it and to draw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedError {
    /// `E0499`, or nothing.
    pub code: Option<String>,
    /// The first line.
    pub message: String,
    /// The item that the primary span lies in, such as `ReaderMut::take`.
    pub item: Option<String>,
    /// The labelled places, primary ones included.
    pub spans: Vec<RecordedSpan>,
    /// Notes and helps: `note: …`, `help: …`.
    pub notes: Vec<String>,
    /// The whole diagnostic with rustc's ANSI colours.
    pub rendered: String,
}

impl RecordedError {
    /// What it says about the places that are not primary.
    pub fn other_labels(&self) -> impl Iterator<Item = &str> {
        let others = self.spans.iter().filter(|span| !span.primary);
        others.filter_map(|span| span.label.as_deref())
    }
}

/// A labelled place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedSpan {
    /// Relative to the exercise's folder or to `compile-fail/`: `src/lib.rs`.
    pub file: String,
    /// First line and column, counted from 1.
    pub start: (usize, usize),
    /// Last line and the column behind the last character.
    pub end: (usize, usize),
    /// One of the places that the error is reported at.
    pub primary: bool,
    /// What rustc says about this place.
    pub label: Option<String>,
    /// The source lines, from first to last.
    pub text: Vec<String>,
}
