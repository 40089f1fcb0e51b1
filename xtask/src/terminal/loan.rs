//! The drawing of a loan: where it starts, what conflicts with it, up to where it lives.
//!
//! All of it comes from the labelled places that rustc recorded. A place whose
//! label says nothing about a loan is shown as it is, so that an error with one
//! place only still gets a small picture.

use std::fmt::Write;

use anstream::adapter::strip_str;

use crate::recording::{RecordedError, RecordedSpan};

use super::role::Role;
use super::{HEADING, Look, QUIET, paint, width};

/// Words that do not fit beside their mark stand below it, and as far to the right as they
/// fit, but at least by this many columns.
const INDENT: usize = 4;

/// What rustc says, and the drawing below it.
pub fn with_words(error: &RecordedError, look: Look) -> String {
    let mut out = format!("{}\n\n", error.rendered.trim_end());
    let drawing = draw(error, look);
    if !drawing.is_empty() {
        out.push_str(&drawing);
        out.push('\n');
    }
    out
}

/// Draws an error; empty if rustc recorded no place for it.
pub fn draw(error: &RecordedError, look: Look) -> String {
    let Some(main) = error
        .spans
        .iter()
        .find(|span| span.primary)
        .or(error.spans.first())
    else {
        return String::new();
    };
    let mut marks: Vec<Mark<'_>> = error
        .spans
        .iter()
        .filter(|span| span.file == main.file && !span.text.is_empty())
        .map(|span| Mark {
            span,
            role: Role::of(span, error),
        })
        .collect();
    marks.sort_by_key(|mark| mark.span.start);
    let mut out = format!("{}, in {}\n", paint(HEADING, title(&marks)), main.file);
    match look {
        Look::Rich => draw_lines(&mut out, &marks),
        Look::Plain => say_lines(&mut out, &marks),
    }
    out
}

/// A place and its role.
struct Mark<'e> {
    span: &'e RecordedSpan,
    role: Role,
}

impl Mark<'_> {
    fn line(&self) -> usize {
        self.span.start.0
    }

    /// Our word for the role, and rustc's label.
    fn words(&self) -> String {
        let label = self.span.label.as_deref().unwrap_or_default();
        let until = match self.span.end.0 {
            last if last > self.line() => format!(" (to line {last})"),
            _ => String::new(),
        };
        let colon = if self.role.words().is_empty() || label.is_empty() {
            ""
        } else {
            ": "
        };
        format!(
            "{}{colon}{label}{until}",
            paint(self.role.style(), self.role.words())
        )
    }

    /// The characters of the first line that the place covers: how many lie before, how many in it.
    fn extent(&self) -> (usize, usize) {
        let first = self.span.text[0].chars().count();
        let from = (self.span.start.1 - 1).min(first);
        let to = if self.span.end.0 > self.line() {
            first
        } else {
            self.span.end.1 - 1
        };
        (from, to.min(first).max(from + 1) - from)
    }
}

fn title(marks: &[Mark<'_>]) -> &'static str {
    let any = |wanted: fn(&Role) -> bool| marks.iter().any(|mark| wanted(&mark.role));
    if any(|role| matches!(role, Role::Start | Role::Again)) {
        "The loan"
    } else if any(|role| matches!(role, Role::Moved)) {
        "The move"
    } else if any(|role| matches!(role, Role::Lifetime(_))) {
        "The lifetimes"
    } else {
        "The place"
    }
}

/// The lines that a loan is alive on, as far as they are in the picture.
struct Life {
    from: usize,
    /// Nothing if the loan lives on behind the last line of the picture.
    to: Option<usize>,
    /// A line above the start that the loan reaches in the next turn of a loop.
    around: Option<usize>,
}

impl Life {
    fn of(marks: &[Mark<'_>]) -> Option<Life> {
        let lines = |wanted: fn(&Role) -> bool| {
            let wanted = marks.iter().filter(move |mark| wanted(&mark.role));
            wanted.map(Mark::line)
        };
        let from = lines(|role| matches!(role, Role::Start | Role::Moved)).next()?;
        let needed = || lines(|role| matches!(role, Role::Later));
        let met = || lines(|role| matches!(role, Role::Conflict));
        let above = |line: &usize| *line < from;
        let around = needed().filter(above).max().or(met().filter(above).max());
        let demanded = lines(|role| *role == Role::Demand).next().is_some();
        let to = match around {
            None if !demanded => needed().max().or(met().max()),
            _ => None,
        };
        Some(Life { from, to, around })
    }

    /// Where the loan goes behind the last line of the picture, if it does.
    fn goes_on(&self) -> Option<String> {
        match (self.to, self.around) {
            (Some(_), _) => None,
            (None, Some(line)) => Some(format!("into the next turn of the loop, to line {line}")),
            (None, None) => Some("beyond what is shown here".to_owned()),
        }
    }

    /// The piece of the loan's line beside a source line.
    fn beside(&self, line: usize, marked: bool) -> &'static str {
        let within = line > self.from && self.to.is_none_or(|to| line < to);
        match line {
            _ if within && marked => "├",
            _ if within => "│",
            _ if self.to == Some(self.from) => " ",
            _ if line == self.from => "┌",
            _ if self.to == Some(line) => "└",
            _ => " ",
        }
    }

    /// The piece of the loan's line below a source line.
    fn below(&self, line: usize) -> &'static str {
        let lives = line >= self.from && self.to.is_none_or(|to| line < to);
        if lives { "│" } else { " " }
    }
}

/// The picture: the loan's line in the margin, the source, and what happens where.
fn draw_lines(out: &mut String, marks: &[Mark<'_>]) {
    let life = Life::of(marks);
    let digits = marks.last().map_or(1, |mark| mark.line().to_string().len());
    let margin = marks
        .iter()
        .map(|mark| mark.role.symbol().chars().count())
        .max()
        .unwrap_or(0);
    let below = |line: usize| life.as_ref().map_or(" ", |life| life.below(line));
    let gutter = |line: usize, bar: &str| {
        format!(
            "  {}{:margin$} {:digits$} {}",
            below(line),
            "",
            "",
            paint(QUIET, bar)
        )
    };
    let _ = writeln!(out, "{}", gutter(0, "╷"));
    let mut last = None;
    for group in marks.chunk_by(|a, b| a.line() == b.line()) {
        let line = group[0].line();
        if let Some(last) = last.filter(|last| last + 1 < line) {
            let _ = writeln!(out, "{}", gutter(last, "⋮"));
        }
        // The margin has room for one role per line.
        let first = group
            .iter()
            .filter(|mark| !mark.role.symbol().is_empty())
            .min_by_key(|mark| mark.role.rank());
        let symbol = first.map_or(String::new(), |mark| {
            paint(mark.role.style(), mark.role.symbol())
        });
        let pad = margin - first.map_or(0, |mark| mark.role.symbol().chars().count());
        let beside = life
            .as_ref()
            .map_or(" ", |life| life.beside(line, first.is_some()));
        let source = group[0].span.text[0].replace('\t', " ");
        let _ = writeln!(
            out,
            "  {beside}{symbol}{:pad$} {line:digits$} {} {source}",
            "",
            paint(QUIET, "│"),
        );
        let mut above = None;
        for mark in group {
            let (before, width) = mark.extent();
            // Two labels at one place share its underline.
            let shared = above.replace((before, width)) == Some((before, width));
            let sign = if mark.span.primary { "^" } else { "-" }.repeat(width);
            let under = if shared {
                " ".repeat(width)
            } else {
                paint(mark.role.style(), sign)
            };
            let words = mark.words();
            let shown = strip_str(&words).to_string().chars().count();
            let bar = gutter(line, "│");
            let room = width::width().saturating_sub(8 + digits + margin);
            if before + width + shown <= room {
                let _ = writeln!(out, "{bar} {:before$}{under} {words}", "");
                continue;
            }
            if !shared {
                let _ = writeln!(out, "{bar} {:before$}{under}", "");
            }
            let indent = room.saturating_sub(shown).clamp(INDENT, before.max(INDENT));
            for line in broken(&words, room - INDENT) {
                let _ = writeln!(out, "{bar} {:indent$}{line}", "");
            }
        }
        last = Some(line);
    }
    if let (Some(on), Some(last)) = (life.as_ref().and_then(Life::goes_on), last) {
        let margin = gutter(last, " ");
        let on = paint(QUIET, format!("and on, {on}"));
        let _ = writeln!(out, "{margin}{on}");
    }
}

/// Words in lines that each fit into so many columns.
fn broken(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut column = 0;
    for word in text.split(' ') {
        let length = strip_str(word).to_string().chars().count();
        if column > 0 && column + 1 + length > columns {
            lines.push(String::new());
            column = 0;
        }
        let line = lines.last_mut().expect("there is always a line");
        if column > 0 {
            line.push(' ');
            column += 1;
        }
        line.push_str(word);
        column += length;
    }
    lines
}

/// The same in words.
fn say_lines(out: &mut String, marks: &[Mark<'_>]) {
    for group in marks.chunk_by(|a, b| a.line() == b.line()) {
        let source = group[0].span.text[0].trim();
        let _ = writeln!(out, "Line {}: {source}", group[0].line());
        for mark in group {
            let (before, width) = mark.extent();
            let place: String = mark.span.text[0].chars().skip(before).take(width).collect();
            let words = format!("At {}, {}", place.trim(), mark.words());
            for (at, line) in broken(&words, width::width() - INDENT).iter().enumerate() {
                let indent = if at == 0 { "  " } else { "    " };
                let _ = writeln!(out, "{indent}{line}");
            }
        }
    }
    if let Some(on) = Life::of(marks).and_then(|life| life.goes_on()) {
        let _ = writeln!(out, "The loan lives on, {on}.");
    }
}
