//! Running text with a little Markdown in it, broken into lines.

use anstream::adapter::strip_str;
use anstyle::Style;

use super::width::width;
use super::{CODE, paint};

/// Breaks a paragraph into lines of at most [`width()`] columns, each behind `indent`.
///
/// `` `code` `` keeps its backticks, as rustc's own messages do, so that nothing is
/// lost where there are no colours. `**strong**`, `*emphasis*` and links are understood.
pub fn wrap(text: &str, indent: &str) -> String {
    wrap_hanging(text, indent, indent)
}

/// Like [`wrap`], with another indent for the first line: for `- ` and `1. `.
pub fn wrap_hanging(text: &str, first: &str, rest: &str) -> String {
    wrap_within(width(), text, first, rest)
}

fn wrap_within(columns: usize, text: &str, first: &str, rest: &str) -> String {
    let mut out = String::from(first);
    let mut column = strip_str(first).to_string().chars().count();
    let mut at_start = true;
    for word in words(text) {
        let width = word
            .iter()
            .map(|piece| piece.text.chars().count())
            .sum::<usize>();
        if !at_start && column + 1 + width > columns {
            out.push('\n');
            out.push_str(rest);
            column = rest.chars().count();
            at_start = true;
        }
        if !at_start {
            out.push(' ');
            column += 1;
        }
        for piece in word {
            if piece.style == Style::new() {
                out.push_str(&piece.text);
            } else {
                out.push_str(&paint(piece.style, &piece.text));
            }
        }
        column += width;
        at_start = false;
    }
    out.push('\n');
    out
}

/// Part of a word, in one style.
struct Piece {
    style: Style,
    text: String,
}

/// The words of a text; a code span is never broken.
fn words(text: &str) -> Vec<Vec<Piece>> {
    let mut words = Vec::new();
    let mut word = Vec::new();
    for (style, run) in runs(text) {
        if style == CODE {
            word.push(Piece { style, text: run });
            continue;
        }
        for (i, part) in run.split(char::is_whitespace).enumerate() {
            if i > 0 && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if !part.is_empty() {
                word.push(Piece {
                    style,
                    text: part.to_owned(),
                });
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The text cut into stretches of one style each.
fn runs(text: &str) -> Vec<(Style, String)> {
    let mut runs: Vec<(Style, String)> = Vec::new();
    let mut rest = text;
    let mut plain = String::new();
    while let Some(next) = rest.chars().next() {
        if let Some((style, run, after)) = marked(rest) {
            if !plain.is_empty() {
                runs.push((Style::new(), std::mem::take(&mut plain)));
            }
            runs.push((style, run));
            rest = after;
        } else {
            plain.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    if !plain.is_empty() {
        runs.push((Style::new(), plain));
    }
    runs
}

/// If the text starts with a code span, emphasis or a link: its style, its text,
/// and what comes after it.
fn marked(text: &str) -> Option<(Style, String, &str)> {
    let between = |open: &str, close: &str| {
        let (inside, after) = text.strip_prefix(open)?.split_once(close)?;
        let tight = !inside.is_empty() && !inside.starts_with(' ') && !inside.ends_with(' ');
        tight.then_some((inside, after))
    };
    if let Some((code, after)) = between("`", "`") {
        return Some((CODE, format!("`{code}`"), after));
    }
    if let Some((strong, after)) = between("**", "**") {
        return Some((Style::new().bold(), strong.to_owned(), after));
    }
    if let Some((emphasis, after)) = between("*", "*") {
        return Some((Style::new().italic(), emphasis.to_owned(), after));
    }
    let (shown, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    if shown.contains(['[', ']', '\n']) {
        return None;
    }
    let text = if address.contains("://") {
        format!("{shown} ({address})")
    } else {
        shown.to_owned()
    };
    Some((Style::new(), text, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> String {
        strip_str(text).to_string()
    }

    #[test]
    fn code_keeps_its_backticks_and_is_not_broken() {
        let text = "a ".repeat(36) + "`take(&'s mut self)`, and on";
        let shown = bare(&wrap(&text, "  "));
        assert!(
            shown.ends_with("\n  `take(&'s mut self)`, and on\n"),
            "{shown}"
        );
    }

    #[test]
    fn no_line_is_too_long() {
        for columns in [60, 80, 100] {
            let indent = "    ";
            let shown = bare(&wrap_within(columns, &"word ".repeat(100), indent, indent));
            let longest = shown.lines().map(|line| line.chars().count()).max();
            assert!((columns - 4..=columns).contains(&longest.unwrap()));
            assert!(shown.lines().all(|line| line.starts_with("    word")));
        }
    }

    #[test]
    fn emphasis_and_links_lose_their_marks() {
        let text = "**two** *loans*, [the chapter](../x.md), [RFC](https://a.example/), 2 * 3 * 4";
        assert_eq!(
            bare(&wrap(text, "")),
            "two loans, the chapter, RFC (https://a.example/), 2 * 3 * 4\n"
        );
    }

    #[test]
    fn an_unclosed_mark_is_a_character() {
        assert_eq!(
            bare(&wrap("`'a is *short, [u8] is not", "")),
            "`'a is *short, [u8] is not\n"
        );
    }
}
