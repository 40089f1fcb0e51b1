//! `{{#include path:anchor}}`: lines of a source file.
//!
//! The syntax is mdBook's. The work is done here because mdBook's own include
//! gives an empty text for an anchor that does not exist, goes on to the end of
//! the file when the end of an anchor is missing, and keeps the indentation of
//! the `impl` block that a method was taken from.

use std::fs;
use std::path::Path;

/// The lines asked for, and whether they are the whole file.
#[derive(Debug, PartialEq, Eq)]
pub struct Included {
    /// Without the indentation that all lines share, and without anchors.
    pub lines: Vec<String>,
    /// Nothing was left out.
    pub whole_file: bool,
}

/// Reads what `argument` asks for; paths are relative to `folder`.
pub fn include(folder: &Path, argument: &str) -> Result<Included, String> {
    let (path, part) = match argument.split_once(':') {
        Some((path, part)) => (path, Some(part)),
        None => (argument, None),
    };
    let text = fs::read_to_string(folder.join(path))
        .map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let all: Vec<&str> = text.lines().collect();
    let chosen = match part {
        None => &all[..],
        Some(part) if part.starts_with(|c: char| c.is_ascii_digit()) => numbered(&all, part)?,
        Some(anchor) => anchored(&all, anchor).map_err(|why| format!("`{path}` {why}"))?,
    };
    let lines = dedent(chosen.iter().copied().filter(|line| !is_anchor(line)));
    if lines.iter().all(|line| line.is_empty()) {
        return Err(format!("`{argument}` gives nothing"));
    }
    Ok(Included {
        lines,
        whole_file: part.is_none(),
    })
}

/// `3:9` is both lines and what lies between; `3` is one line.
fn numbered<'a, 'b>(all: &'b [&'a str], part: &str) -> Result<&'b [&'a str], String> {
    let (first, last) = part.split_once(':').unwrap_or((part, part));
    let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 0);
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last && last <= all.len() => {
            Ok(&all[first - 1..last])
        }
        _ => Err(format!("no lines `{part}`: the file has {}", all.len())),
    }
}

fn anchored<'a, 'b>(all: &'b [&'a str], anchor: &str) -> Result<&'b [&'a str], String> {
    let find = |mark: &str| {
        let mut found = (0..all.len()).filter(|&at| names(all[at], mark) == Some(anchor));
        (found.next(), found.next())
    };
    match (find("ANCHOR:"), find("ANCHOR_END:")) {
        ((None, _), _) => Err(format!("has no `ANCHOR: {anchor}`")),
        (_, (None, _)) => Err(format!("has no `ANCHOR_END: {anchor}`")),
        ((_, Some(_)), _) | (_, (_, Some(_))) => Err(format!("has the anchor {anchor} twice")),
        ((Some(start), _), (Some(end), _)) if start < end => Ok(&all[start + 1..end]),
        _ => Err(format!("ends the anchor {anchor} before it begins")),
    }
}

/// The name that follows `mark` in a comment line.
fn names<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    line.trim_start()
        .strip_prefix("//")?
        .trim_start()
        .strip_prefix(mark)
        .map(str::trim)
}

fn is_anchor(line: &str) -> bool {
    names(line, "ANCHOR:")
        .or(names(line, "ANCHOR_END:"))
        .is_some()
}

fn dedent<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let lines: Vec<&str> = lines.map(str::trim_end).collect();
    let width = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let common = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(width)
        .min()
        .unwrap_or(0);
    lines
        .iter()
        .map(|line| line.get(common..).unwrap_or_default().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
impl Reader {
    // ANCHOR: take
    fn take(&mut self) {
        todo!();

        // ANCHOR: inner
        more();
        // ANCHOR_END: inner
    }
    // ANCHOR_END: take
    // ANCHOR: open
    // ANCHOR: empty

    // ANCHOR_END: empty
}
";

    fn try_include(argument: &str) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("lib.rs"), SOURCE).unwrap();
        include(folder.path(), argument).map(|included| included.lines)
    }

    #[test]
    fn an_anchor_gives_its_lines_without_indentation() {
        let lines = try_include("lib.rs:take").unwrap();
        assert_eq!(
            lines,
            [
                "fn take(&mut self) {",
                "    todo!();",
                "",
                "    more();",
                "}"
            ]
        );
    }

    #[test]
    fn lines_are_counted_from_one_and_inclusive() {
        assert_eq!(
            try_include("lib.rs:3:4").unwrap(),
            ["fn take(&mut self) {", "    todo!();"]
        );
        assert_eq!(try_include("lib.rs:7").unwrap(), ["more();"]);
    }

    #[test]
    fn a_whole_file_has_no_anchors() {
        assert_eq!(
            try_include("lib.rs").unwrap().len(),
            SOURCE.lines().count() - 7
        );
    }

    #[test]
    fn what_resolves_to_nothing_is_an_error() {
        for (argument, words) in [
            ("gone.rs", "cannot read `gone.rs`"),
            ("lib.rs:gone", "`lib.rs` has no `ANCHOR: gone`"),
            ("lib.rs:open", "has no `ANCHOR_END: open`"),
            ("lib.rs:empty", "`lib.rs:empty` gives nothing"),
            ("lib.rs:3:900", "no lines `3:900`"),
            ("lib.rs:4:3", "no lines `4:3`"),
        ] {
            let refused = try_include(argument).expect_err(argument);
            assert!(refused.contains(words), "{argument}: {refused}");
        }
    }
}
