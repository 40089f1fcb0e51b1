//! A page of Markdown for a terminal: as much of it as hints use.

use super::prose::{wrap, wrap_hanging};
use super::{CODE, HEADING, paint};

/// Renders headings, paragraphs, lists and fenced code.
pub fn render(text: &str) -> String {
    let mut out = String::new();
    let mut block = Block::default();
    let mut fenced = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            block.flush(&mut out);
            fenced = !fenced;
        } else if fenced {
            if !trimmed.is_empty() {
                out.push_str(&format!("    {}", paint(CODE, line.trim_end())));
            }
            out.push('\n');
        } else if trimmed.is_empty() {
            block.flush(&mut out);
            if !out.is_empty() && !out.ends_with("\n\n") {
                out.push('\n');
            }
        } else if trimmed.starts_with('#') {
            block.flush(&mut out);
            let heading = trimmed.trim_start_matches('#').trim();
            out.push_str(&format!("{}\n", paint(HEADING, heading)));
        } else if let Some((mark, rest)) = item(trimmed) {
            block.flush(&mut out);
            block = Block {
                mark: mark.to_owned(),
                text: rest.to_owned(),
            };
        } else {
            block.push(trimmed);
        }
    }
    block.flush(&mut out);
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// A paragraph or an item of a list, while its lines are collected.
#[derive(Default)]
struct Block {
    /// `- `, `2. ` or nothing.
    mark: String,
    text: String,
}

impl Block {
    fn push(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(line);
    }

    fn flush(&mut self, out: &mut String) {
        let Block { mark, text } = std::mem::take(self);
        if mark.is_empty() && text.is_empty() {
            return;
        }
        if mark.is_empty() {
            out.push_str(&wrap(&text, ""));
        } else {
            let hang = " ".repeat(2 + mark.len());
            out.push_str(&wrap_hanging(&text, &format!("  {mark}"), &hang));
        }
    }
}

/// `- item`, `* item` or `1. item`: the mark with its space, and the item.
fn item(line: &str) -> Option<(&str, &str)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = if digits == 0 {
        &["- ", "* "][..]
    } else {
        &[". "][..]
    };
    let mark = mark
        .iter()
        .find(|mark| line[digits..].starts_with(**mark))?;
    Some(line.split_at(digits + mark.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_readable_without_colours() {
        let page = "## The shape\n\nTake the slice *out*,\nsplit it:\n\n- `first` goes out\n  to the caller\n- the rest stays\n\n```rust\nlet x = 1;\n\nlet y = 2;\n```\n";
        let shown = anstream::adapter::strip_str(&render(page)).to_string();
        let wanted = "The shape\n\nTake the slice out, split it:\n\n  - `first` goes out to the caller\n  - the rest stays\n\n    let x = 1;\n    \n    let y = 2;\n";
        assert_eq!(shown, wanted.replace("    \n", "\n"));
    }
}
