//! rustc's diagnostics as it writes them in JSON, and which of them count.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::hash::slashes;
use crate::recording::{RecordedError, RecordedSpan};

/// One diagnostic: an error, a warning, or a note or help below one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The first line.
    pub message: String,
    /// `E0499`, or the name of a lint.
    pub code: Option<Code>,
    /// `error`, `warning`, `note`, `help` …
    pub level: String,
    /// The places it is about.
    pub spans: Vec<Span>,
    /// The notes and helps below it.
    pub children: Vec<Diagnostic>,
    /// The whole of it as rustc shows it, in colours. A child has none.
    pub rendered: Option<String>,
}

/// The code of a [`Diagnostic`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Code {
    /// `E0499`
    pub code: String,
}

/// A place of a [`Diagnostic`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Span {
    /// Absolute, or relative to the folder that rustc ran in.
    pub file_name: String,
    /// Counted from 1.
    pub line_start: usize,
    /// Counted from 1.
    pub line_end: usize,
    /// Counted from 1, in characters.
    pub column_start: usize,
    /// Behind the last character.
    pub column_end: usize,
    /// One of the places that the diagnostic is reported at.
    pub is_primary: bool,
    /// What it says about the place.
    pub label: Option<String>,
    /// The source lines.
    #[serde(default)]
    pub text: Vec<SourceLine>,
    /// What a suggestion puts in the place.
    pub suggested_replacement: Option<String>,
    /// `MachineApplicable`, if rustc is sure of its suggestion.
    pub suggestion_applicability: Option<String>,
    /// Where the macro was called that this place is in.
    pub expansion: Option<Box<Expansion>>,
}

/// A line of a [`Span`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SourceLine {
    /// Without its end.
    pub text: String,
}

/// The call of a macro.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Expansion {
    /// Where it is called.
    pub span: Span,
}

impl Diagnostic {
    /// `E0499`, if it has a code.
    pub fn code(&self) -> Option<&str> {
        self.code.as_ref().map(|code| code.code.as_str())
    }

    /// The first place that it is reported at.
    pub fn primary(&self) -> Option<&Span> {
        self.spans.iter().find(|span| span.is_primary)
    }

    /// What it says about that place.
    pub fn label(&self) -> &str {
        self.primary()
            .and_then(|span| span.label.as_deref())
            .unwrap_or_default()
    }

    /// What it says about its other places.
    pub fn other_labels(&self) -> impl Iterator<Item = &str> {
        let others = self.spans.iter().filter(|span| !span.is_primary);
        others.filter_map(|span| span.label.as_deref())
    }

    /// As rustc shows it, in colours.
    pub fn coloured(&self) -> &str {
        self.rendered.as_deref().unwrap_or(&self.message)
    }

    /// As rustc shows it, without colours.
    pub fn plain(&self) -> String {
        anstream::adapter::strip_str(self.coloured()).to_string()
    }

    /// As it is kept in `recorded/`, with every path in it rewritten by `path`.
    pub fn record(&self, item: Option<String>, path: &dyn Fn(&str) -> String) -> RecordedError {
        let mut rendered = self.coloured().to_owned();
        let mut files: Vec<&str> = Vec::new();
        self.all_spans(&mut |span| files.push(&span.file_name));
        // The longest first: one path may be the end of another.
        files.sort_by_key(|file| (std::cmp::Reverse(file.len()), *file));
        files.dedup();
        for file in files {
            rendered = rendered.replace(file, &path(file));
        }
        RecordedError {
            code: self.code().map(str::to_owned),
            message: self.message.clone(),
            item,
            spans: self.spans.iter().map(|span| span.record(path)).collect(),
            notes: self
                .children
                .iter()
                .map(|child| format!("{}: {}", child.level, child.message))
                .collect(),
            rendered,
        }
    }

    /// Calls `with` for every place, those of the notes and helps included.
    pub fn all_spans<'a>(&'a self, with: &mut dyn FnMut(&'a Span)) {
        self.spans.iter().for_each(&mut *with);
        self.children.iter().for_each(|child| child.all_spans(with));
    }

    fn append(&mut self, below: &Diagnostic) {
        let rendered = format!("{}{}", self.coloured(), below.coloured());
        self.rendered = Some(rendered);
        self.children.push(below.clone());
    }

    fn is_summary(&self) -> bool {
        const SUMMARIES: [&str; 4] = [
            "aborting due to",
            "could not compile",
            "For more information",
            "Some errors have detailed explanations",
        ];
        self.spans.is_empty()
            && SUMMARIES
                .iter()
                .any(|start| self.message.starts_with(start))
    }

    /// The same words at the same places. One message at one place is not enough:
    /// "`'a` must outlive `'b`" and the reverse differ in the label only.
    fn repeats(&self, other: &Self) -> bool {
        self.code() == other.code() && self.plain() == other.plain()
    }
}

impl Span {
    /// The nearest place in a file that `is_ours`: an error inside a macro of
    /// someone else is one where the macro is called.
    pub fn within(&self, is_ours: &dyn Fn(&Path) -> bool) -> &Self {
        let mut span = self;
        while !is_ours(Path::new(&span.file_name)) {
            match &span.expansion {
                Some(expansion) => span = &expansion.span,
                None => return self,
            }
        }
        span
    }

    fn record(&self, path: &dyn Fn(&str) -> String) -> RecordedSpan {
        RecordedSpan {
            file: slashes(Path::new(&path(&self.file_name))),
            start: (self.line_start, self.column_start),
            end: (self.line_end, self.column_end),
            primary: self.is_primary,
            label: self.label.clone(),
            text: self.text.iter().map(|line| line.text.clone()).collect(),
        }
    }
}

/// The errors that count: no warnings, no spanless summaries, nothing twice.
///
/// "aborting due to 1 previous error" is itself an error without a code, just as
/// a lifetime error is one; it must never be taken for it.
pub fn errors(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut last_is_kept = false;
    for diagnostic in diagnostics {
        if diagnostic.level == "help" || diagnostic.level == "note" {
            // One that stands alone belongs to the error before it: "help: `'a` and
            // `'b` must be the same".
            if let Some(error) = kept.last_mut().filter(|_| last_is_kept) {
                error.append(diagnostic);
            }
            continue;
        }
        last_is_kept = diagnostic.level.starts_with("error")
            && !diagnostic.is_summary()
            && !kept.iter().any(|earlier| earlier.repeats(diagnostic));
        if last_is_kept {
            kept.push(diagnostic.clone());
        }
    }
    kept
}

#[cfg(test)]
#[path = "diagnostic_tests.rs"]
pub(crate) mod tests;
