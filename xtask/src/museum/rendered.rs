//! A diagnostic as rustc shows it to people, read back: what somebody pastes who looks for
//! an error.

use crate::recording::{RecordedError, RecordedSpan};

/// How a headline begins that is about no place in a program.
const SUMMARIES: [&str; 4] = [
    "error: could not compile",
    "error: aborting due to",
    "error: build failed",
    "error: test failed",
];

/// The headline of the first error in what a compiler or cargo has printed, and the lines
/// that belong to it.
pub fn first_error(text: &str) -> Option<(&str, Vec<&str>)> {
    let begins = |line: &str, words: &[&str]| words.iter().any(|word| line.starts_with(word));
    let is_error = |line: &&str| begins(line, &["error[", "error:"]) && !begins(line, &SUMMARIES);
    let is_next = |line: &&str| begins(line.trim_start(), &["error[", "error:", "warning"]);
    let mut lines = text.lines().map(str::trim_end);
    let headline = lines.by_ref().map(str::trim_start).find(is_error)?;
    Some((headline, lines.take_while(|line| !is_next(line)).collect()))
}

/// What is known of an error by its headline and the lines below it. Where a place begins
/// is not: it is taken to be on the line above its label.
pub fn parse(headline: &str, below: &[&str]) -> Option<RecordedError> {
    let (code, message) = headline.strip_prefix("error")?.split_once(':')?;
    let code = code
        .strip_prefix('[')
        .and_then(|code| code.strip_suffix(']'));
    let mut found = RecordedError {
        code: code.map(str::to_owned),
        message: message.trim().to_owned(),
        item: None,
        spans: Vec::new(),
        notes: Vec::new(),
        rendered: String::new(),
    };
    let mut reader = Reader::default();
    for line in below {
        match Line::of(line) {
            // Places of a note or of a help are none of the error's.
            Line::Remark(remark) => {
                reader.is_in_remark = true;
                found.notes.push(remark);
            }
            Line::Aside(remark) => found.notes.push(remark),
            Line::Source(number, text) => reader.source = (number, text),
            Line::Drawn(drawn) => found.spans.extend(reader.label(&drawn)),
            Line::Other => {}
        }
    }
    Some(found)
}

/// A line below a headline.
enum Line {
    /// `note: words`, with places of its own below.
    Remark(String),
    /// `= note: words`
    Aside(String),
    /// `12 | code`
    Source(usize, String),
    /// What is drawn below the code, a label perhaps.
    Drawn(Vec<char>),
    /// An arrow, three dots, or nothing.
    Other,
}

impl Line {
    fn of(line: &str) -> Self {
        let words = line.trim();
        let is_remark = |words: &str| words.starts_with("note: ") || words.starts_with("help: ");
        if is_remark(words) {
            return Self::Remark(words.to_owned());
        }
        if let Some(aside) = words.strip_prefix("= ").filter(|aside| is_remark(aside)) {
            return Self::Aside(aside.to_owned());
        }
        let Some((gutter, rest)) = line.split_once('|') else {
            return Self::Other;
        };
        match (gutter.trim(), gutter.trim().parse()) {
            ("", _) => Self::Drawn(rest.chars().collect()),
            (_, Ok(number)) => Self::Source(number, rest.to_owned()),
            _ => Self::Other,
        }
    }
}

/// What has been read of an error.
#[derive(Default)]
struct Reader {
    /// The line of code above, and its number.
    source: (usize, String),
    /// The last line with marks below that.
    marks: Vec<char>,
    is_in_remark: bool,
}

impl Reader {
    /// The place that a drawn line labels, if it does.
    fn label(&mut self, drawn: &[char]) -> Option<RecordedSpan> {
        let is_mark = |c: &char| matches!(c, '^' | '-');
        // A label stands behind its marks, or right below their first one.
        let start = drawn.iter().position(|c| !" |_^-".contains(*c));
        let before = &drawn[..start.unwrap_or(drawn.len())];
        let mark = match before.iter().rev().find(|c| is_mark(c)) {
            Some(mark) => {
                self.marks = before.to_vec();
                Some(*mark)
            }
            None => start.and_then(|start| self.marks.get(start)).copied(),
        };
        let label: String = drawn[start?..].iter().collect();
        let line = self.source.0;
        let column = start?;
        (!self.is_in_remark).then(|| RecordedSpan {
            file: String::new(),
            start: (line, column),
            end: (line, column),
            primary: mark == Some('^'),
            label: Some(label),
            text: vec![self.source.1.clone()],
        })
    }
}
