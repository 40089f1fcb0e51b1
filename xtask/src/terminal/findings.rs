//! What `doctor` has found, a line for each thing it has looked at.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::prose::wrap_hanging;
use super::{BAD, GOOD, Look, WARN, paint};

/// One thing that was looked at.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// What it is.
    pub about: &'static str,
    /// How it is.
    pub state: Health,
    /// The same in words.
    pub message: String,
    /// The folder that it is about; empty if none.
    pub path: String,
    /// What to do about it; empty if nothing.
    pub remedy: String,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    /// Not at all.
    Ok,
    /// One can work, with a restriction.
    Warning,
    /// One cannot.
    Problem,
}

impl Finding {
    /// All is well.
    pub fn ok(about: &'static str, message: impl Into<String>) -> Finding {
        Finding {
            about,
            state: Health::Ok,
            message: message.into(),
            path: String::new(),
            remedy: String::new(),
        }
    }

    /// It is good enough.
    pub fn warning(
        about: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Finding {
        Finding {
            state: Health::Warning,
            remedy: remedy.into(),
            ..Finding::ok(about, message)
        }
    }

    /// Something has to be done.
    pub fn problem(
        about: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Finding {
        Finding {
            state: Health::Problem,
            remedy: remedy.into(),
            ..Finding::ok(about, message)
        }
    }

    /// The same about this folder.
    pub fn at(self, path: &Path) -> Finding {
        Finding {
            path: path.display().to_string(),
            ..self
        }
    }
}

/// All findings, and whether one can work.
pub fn render(findings: &[Finding], ready: bool, look: Look) -> String {
    let names = findings.iter().map(|finding| finding.about.len());
    let width = names.max().unwrap_or(0);
    let mut out = String::new();
    for finding in findings {
        let (symbol, word, style) = match finding.state {
            Health::Ok => ("✓", "ok", GOOD),
            Health::Warning => ("!", "warning", WARN),
            Health::Problem => ("✗", "problem", BAD),
        };
        let about = finding.about;
        let (first, hang) = match look {
            Look::Rich => (
                format!("  {} {about:width$}  ", paint(style, symbol)),
                " ".repeat(width + 6),
            ),
            Look::Plain => (format!("{word}, {about}: "), "  ".to_owned()),
        };
        if finding.path.is_empty() {
            out.push_str(&wrap_hanging(&finding.message, &first, &hang));
        } else {
            let message = format!("{}:", finding.message);
            out.push_str(&wrap_hanging(&message, &first, &hang));
            // Whole, however long it is: so it can be copied.
            let _ = writeln!(out, "{hang}{}", finding.path);
        }
        if !finding.remedy.is_empty() {
            out.push_str(&wrap_hanging(&finding.remedy, &hang, &hang));
        }
    }
    let last = if ready {
        paint(GOOD, "Ready.")
    } else {
        paint(BAD, "Not ready: see above.")
    };
    let _ = writeln!(out, "\n{last}");
    out
}
