//! The museum of borrow errors for people: what there is, and one case whole.

use super::Look;
use crate::museum::{Fact, Museum, codes, facts};
use crate::workspace::Workspace;

mod case;
mod code;
mod list;
mod overview;
mod program;

/// The museum, and who looks at it.
#[derive(Debug, Clone, Copy)]
pub struct View<'v> {
    /// What there is to see.
    pub museum: &'v Museum,
    /// The exercises that train it.
    pub workspace: &'v Workspace,
    /// For whom it is drawn.
    pub look: Look,
}

/// A row of [`commands`](super::verdict::commands): what it is for, the command, and a remark.
type Row = (&'static str, String, String);

/// How many of the cases that fit are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// One for each concept, or the first few.
    Some,
    /// Every one.
    All,
}

/// The command that looks for a subject, safe to paste into a shell. What no pair of quotes
/// can hold is to be given on standard input.
pub fn command(subject: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " _-.:/".contains(c);
    let quoted = if subject.starts_with('-') {
        "-".to_owned()
    } else if subject.chars().all(is_plain) && !subject.contains(" -") {
        subject.to_owned()
    } else if !subject.contains(['"', '$', '`', '!', '\\']) {
        format!("\"{subject}\"")
    } else if !subject.contains('\'') {
        format!("'{subject}'")
    } else {
        "-".to_owned()
    };
    format!("cargo xtask errors {quoted}")
}

/// The codes of a case, or that it compiles.
fn how_it_ends(case: &Fact) -> String {
    let codes: Vec<&str> = codes(case).into_iter().map(name).collect();
    match codes.as_slice() {
        [] => "compiles".to_owned(),
        codes => codes.join(", "),
    }
}

/// What is said most often with a code, whatever the names are.
fn message(cases: &[&Fact], code: &str) -> String {
    let mut said: Vec<(String, usize)> = Vec::new();
    let errors = cases.iter().flat_map(|case| &case.errors);
    for error in errors.filter(|error| error.code == code) {
        let shape = facts::shape(&error.message);
        match said.iter_mut().find(|(known, _)| *known == shape) {
            Some((_, count)) => *count += 1,
            None => said.push((shape, 1)),
        }
    }
    let most = said.iter().map(|&(_, count)| count).max();
    let first = said.into_iter().find(|&(_, count)| Some(count) == most);
    first.map(|(shape, _)| shape).unwrap_or_default()
}

/// A code as one says it.
pub fn name(code: &str) -> &str {
    match code {
        facts::NO_CODE => "no code",
        code => short(code),
    }
}

/// A code as one types it.
fn short(code: &str) -> &str {
    code.strip_prefix(facts::LINT).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn a_command_can_be_pasted() {
        for (subject, quoted) in [
            ("E0499", "E0499"),
            ("live long enough", "live long enough"),
            ("mem::take", "mem::take"),
            ("'a", "\"'a\""),
            ("&'a mut", "\"&'a mut\""),
            ("fn -> T", "\"fn -> T\""),
            ("println!", "'println!'"),
            ("$x", "'$x'"),
            ("'a $x", "-"),
            ("-> T", "-"),
        ] {
            assert_eq!(command(subject), format!("cargo xtask errors {quoted}"));
        }
    }
}
