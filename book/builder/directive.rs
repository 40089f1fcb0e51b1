//! The directives that a page of the book may contain.
//!
//! A directive stands on a line of its own: `{{#name arguments}}`. With a
//! backslash before it, it is shown instead of obeyed.

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Directive<'a> {
    /// `{{#include path}}`, `{{#include path:anchor}}`, `{{#include path:3:9}}`.
    Include(&'a str),
    /// `{{#table path title}}`: the table under that title in a file that a program wrote.
    Table {
        /// Of the file, relative to the page.
        path: &'a str,
        /// The line above the table.
        title: &'a str,
    },
    /// `{{#diagnostic name}}`, or `{{#diagnostic name 2}}` for its second error only.
    Diagnostic {
        /// Of the recording.
        name: &'a str,
        /// The error's number, counted from 1.
        only: Option<usize>,
    },
    /// `{{#loan name}}`, or `{{#loan name 2}}` for its second error only.
    Loan {
        /// Of the recording.
        name: &'a str,
        /// The error's number, counted from 1.
        only: Option<usize>,
    },
    /// `{{#museum concepts}}` and the like.
    Museum(Index),
    /// `{{#picture name}}`.
    Picture(&'a str),
    /// `{{#exercise id}}`.
    Exercise(&'a str),
    /// `{{#objectives}}`.
    Objectives,
    /// `{{#timetable}}`.
    Timetable,
    /// `{{#verdict exercise/step}}`.
    Verdict(&'a str),
    /// `{{#help}}`, or `{{#help command}}`.
    Help(Option<&'a str>),
}

/// What an index of the museum is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// What the cases are about.
    Concepts,
    /// The compiler's codes.
    Codes,
    /// Where the cases come from.
    Documents,
    /// Only those where the document and the compiler disagree.
    Disagreements,
}

const OPEN: &str = "{{#";
const ESCAPED: &str = "\\{{#";

/// A line of a page, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// Text, with the backslashes before directives taken away.
    Text(String),
    /// A directive, and the white space before it.
    Directive(&'a str, Directive<'a>),
}

/// Takes a line apart, or says why it cannot be right.
pub fn parse(line: &str) -> Result<Line<'_>, String> {
    if !line.replace(ESCAPED, "").contains(OPEN) {
        return Ok(Line::Text(line.replace(ESCAPED, OPEN)));
    }
    let trimmed = line.trim();
    let inner = trimmed
        .strip_prefix(OPEN)
        .and_then(|rest| rest.strip_suffix("}}"))
        .filter(|inner| !inner.contains(OPEN))
        .ok_or(
            "a directive stands on a line of its own, `{{#name …}}`; \
             write a backslash before it to show it",
        )?;
    let indent = &line[..line.len() - line.trim_start().len()];
    Ok(Line::Directive(indent, directive(inner)?))
}

fn directive(inner: &str) -> Result<Directive<'_>, String> {
    let mut words = inner.split_whitespace();
    let name = words.next().unwrap_or_default();
    let arguments: Vec<&str> = words.collect();
    match (name, arguments.as_slice()) {
        ("include", [path]) => Ok(Directive::Include(path)),
        ("table", [path, _, ..]) => Ok(Directive::Table {
            path,
            title: inner.split_once(path).map_or("", |(_, title)| title.trim()),
        }),
        ("diagnostic", [name, only @ ..]) if only.len() < 2 => Ok(Directive::Diagnostic {
            name,
            only: number(only)?,
        }),
        ("loan", [name, only @ ..]) if only.len() < 2 => Ok(Directive::Loan {
            name,
            only: number(only)?,
        }),
        ("museum", ["concepts"]) => Ok(Directive::Museum(Index::Concepts)),
        ("museum", ["codes"]) => Ok(Directive::Museum(Index::Codes)),
        ("museum", ["documents"]) => Ok(Directive::Museum(Index::Documents)),
        ("museum", ["disagreements"]) => Ok(Directive::Museum(Index::Disagreements)),
        ("museum", [other]) => Err(format!(
            "there is no index `{other}`, only concepts, codes, documents and disagreements"
        )),
        ("picture", [name]) => Ok(Directive::Picture(name)),
        ("exercise", [id]) => Ok(Directive::Exercise(id)),
        ("objectives", []) => Ok(Directive::Objectives),
        ("timetable", []) => Ok(Directive::Timetable),
        ("verdict", [name]) => Ok(Directive::Verdict(name)),
        ("help", []) => Ok(Directive::Help(None)),
        ("help", [command]) => Ok(Directive::Help(Some(command))),
        (
            "include" | "table" | "diagnostic" | "loan" | "museum" | "picture" | "exercise"
            | "objectives" | "timetable" | "verdict" | "help",
            _,
        ) => Err(format!("wrong number of arguments for `{{{{#{name}}}}}`")),
        _ => Err(format!(
            "unknown directive `{{{{#{name}}}}}`; there are include, table, diagnostic, \
             loan, museum, picture, exercise, objectives, timetable, verdict and help"
        )),
    }
}

/// The number of an error, if one is given.
fn number(only: &[&str]) -> Result<Option<usize>, String> {
    let Some(only) = only.first() else {
        return Ok(None);
    };
    match only.parse() {
        Ok(number) if number > 0 => Ok(Some(number)),
        _ => Err(format!(
            "`{only}` is not the number of an error, counted from 1"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_a_directive_is_text() {
        assert_eq!(parse("a {{b}} c"), Ok(Line::Text("a {{b}} c".into())));
    }

    #[test]
    fn a_backslash_shows_the_directive() {
        let shown = Line::Text("write `{{#picture NAME}}` here".into());
        assert_eq!(parse("write `\\{{#picture NAME}}` here"), Ok(shown));
    }

    #[test]
    fn every_directive_has_its_form() {
        for (line, expected) in [
            ("{{#include a.rs:b}}", Directive::Include("a.rs:b")),
            (
                "{{#table a.md Of three words}}",
                Directive::Table {
                    path: "a.md",
                    title: "Of three words",
                },
            ),
            (
                "{{#diagnostic e/step_1}}",
                Directive::Diagnostic {
                    name: "e/step_1",
                    only: None,
                },
            ),
            (
                "{{#diagnostic case 2}}",
                Directive::Diagnostic {
                    name: "case",
                    only: Some(2),
                },
            ),
            (
                "{{#loan case 2}}",
                Directive::Loan {
                    name: "case",
                    only: Some(2),
                },
            ),
            ("{{#museum codes}}", Directive::Museum(Index::Codes)),
            ("{{#picture split}}", Directive::Picture("split")),
            (
                "{{#exercise exercise-1}}",
                Directive::Exercise("exercise-1"),
            ),
            ("{{#objectives}}", Directive::Objectives),
            ("{{#timetable}}", Directive::Timetable),
            ("{{#verdict e/step_1}}", Directive::Verdict("e/step_1")),
            ("{{#help}}", Directive::Help(None)),
            ("{{#help check}}", Directive::Help(Some("check"))),
        ] {
            assert_eq!(parse(line), Ok(Line::Directive("", expected)), "{line}");
        }
    }

    #[test]
    fn the_indent_is_kept() {
        assert_eq!(
            parse("   {{#help}} "),
            Ok(Line::Directive("   ", Directive::Help(None)))
        );
    }

    #[test]
    fn what_is_not_a_directive_is_refused() {
        for (line, words) in [
            ("see {{#help}} here", "on a line of its own"),
            ("{{#help}} {{#help}}", "on a line of its own"),
            ("{{#help", "on a line of its own"),
            ("{{#diagnostics x}}", "unknown directive `{{#diagnostics}}`"),
            ("{{#rustdoc_include a.rs}}", "unknown directive"),
            (
                "{{#picture}}",
                "wrong number of arguments for `{{#picture}}`",
            ),
            ("{{#diagnostic a 0}}", "counted from 1"),
            ("{{#loan a 1 2}}", "wrong number of arguments"),
            ("{{#museum ids}}", "there is no index `ids`"),
        ] {
            let refused = parse(line).expect_err(line);
            assert!(refused.contains(words), "{line}: {refused}");
        }
    }
}
