//! What a labelled place means for a loan, read off rustc's own label.

use anstyle::Style;

use crate::recording::{RecordedError, RecordedSpan};

use super::{BAD, CODE, GOOD, QUIET, WARN};

/// The part that a place plays in a borrow error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Something is lent out here, and the loan starts.
    Start,
    /// A value is moved away here.
    Moved,
    /// What the loan, the move or a lifetime does not allow.
    Conflict,
    /// The loan meets itself in the next turn of a loop.
    Again,
    /// The result of the loan is used here: up to here the loan lives.
    Later,
    /// A signature wants the loan, or the data, to live as long as a lifetime.
    Demand,
    /// A lifetime gets its name.
    Lifetime(String),
    /// Something else that rustc wants to be seen.
    Remark,
}

impl Role {
    /// The role of one place in an error.
    pub fn of(span: &RecordedSpan, error: &RecordedError) -> Role {
        let label = span.label.as_deref().unwrap_or_default();
        let says = |part: &str| label.contains(part);
        if let Some(name) = lifetime(label) {
            return Role::Lifetime(name);
        }
        if says("in the previous iteration of the loop") {
            return Role::Again;
        }
        if says("later") || says("might be used here") || says("used here by call") {
            return Role::Later;
        }
        if says("while still borrowed") || says("is freed at the end") {
            return Role::Conflict;
        }
        if says("does not live long enough") || says("creates a temporary value") {
            return Role::Start;
        }
        if says("requires that") {
            // When a loan is in conflict with something, this says why it lasts;
            // otherwise it is what cannot be had.
            return if span.primary {
                Role::Conflict
            } else {
                Role::Demand
            };
        }
        if span.primary {
            return Role::Conflict;
        }
        if says("value moved here") || says("value moved into closure here") {
            return Role::Moved;
        }
        let lends = says("borrow") && (says("occurs here") || says("borrowed here"));
        if lends
            && !error
                .spans
                .iter()
                .any(|other| other.primary && other.start == span.start)
        {
            return Role::Start;
        }
        Role::Remark
    }

    /// One column that stands for the role in the margin; a lifetime has its name there.
    pub fn symbol(&self) -> &str {
        match self {
            Role::Start => "▶",
            Role::Moved => "▷",
            Role::Conflict => "✗",
            Role::Again => "↻",
            Role::Later => "●",
            Role::Demand => "◆",
            Role::Lifetime(name) => name,
            Role::Remark => "",
        }
    }

    /// Which role a line is marked with that has several: the lowest.
    pub fn rank(&self) -> u8 {
        match self {
            Role::Again => 0,
            Role::Start | Role::Moved => 1,
            Role::Conflict => 2,
            Role::Later => 3,
            Role::Demand => 4,
            Role::Lifetime(_) => 5,
            Role::Remark => 6,
        }
    }

    /// The role in words.
    pub fn words(&self) -> &'static str {
        match self {
            Role::Start => "the loan starts",
            Role::Moved => "it is moved away",
            Role::Conflict => "the conflict",
            Role::Again => "the loan of the last turn still lives",
            Role::Later => "the loan is still needed",
            Role::Demand => "why it must last",
            Role::Lifetime(_) | Role::Remark => "",
        }
    }

    /// The colour of the role.
    pub fn style(&self) -> Style {
        match self {
            Role::Start | Role::Moved => GOOD,
            Role::Conflict | Role::Again => BAD,
            Role::Later | Role::Demand => WARN,
            Role::Lifetime(_) => CODE.bold(),
            Role::Remark => QUIET,
        }
    }
}

/// The name that a label gives to a lifetime: `'a` in ``lifetime `'a` defined here``,
/// `'1` in ``has type `&mut Reader<'1>` ``.
fn lifetime(label: &str) -> Option<String> {
    let quoted = label.split('`').nth(1)?;
    let name = if label.starts_with("has type") {
        // Only a name with a digit is made up here; another one is defined elsewhere.
        let (_, name) = quoted.split_once('\'')?;
        let end = name
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(name.len());
        format!("'{}", &name[..end])
    } else if label.ends_with("defined here") || label.starts_with("let's call") {
        quoted.to_owned()
    } else {
        return None;
    };
    (name.starts_with('\'') && name.len() > 1).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels as rustc 1.95 writes them, with the role that each one has.
    #[test]
    fn rustcs_labels_have_roles() {
        let roles = [
            (false, "first mutable borrow occurs here", Role::Start),
            (true, "second mutable borrow occurs here", Role::Conflict),
            (false, "first borrow later used here", Role::Later),
            (
                false,
                "first borrow used here, in later iteration of loop",
                Role::Later,
            ),
            (
                true,
                "`v` was mutably borrowed here in the previous iteration of the loop",
                Role::Again,
            ),
            (false, "`x` is borrowed here", Role::Start),
            (false, "borrow of `y` occurs here", Role::Start),
            (
                true,
                "`x` is assigned to here but it was already borrowed",
                Role::Conflict,
            ),
            (
                true,
                "borrowed value does not live long enough",
                Role::Start,
            ),
            (
                false,
                "`s` dropped here while still borrowed",
                Role::Conflict,
            ),
            (
                true,
                "creates a temporary value which is freed while still in use",
                Role::Start,
            ),
            (
                false,
                "temporary value is freed at the end of this statement",
                Role::Conflict,
            ),
            (false, "value moved here", Role::Moved),
            (true, "value used here after move", Role::Conflict),
            (
                false,
                "returning this value requires that `*m` is borrowed for `'a`",
                Role::Demand,
            ),
            (
                false,
                "lifetime `'a` defined here",
                Role::Lifetime("'a".into()),
            ),
            (
                false,
                "let's call the lifetime of this reference `'1`",
                Role::Lifetime("'1".into()),
            ),
            (
                false,
                "has type `&mut Reader<'1>`",
                Role::Lifetime("'1".into()),
            ),
            (false, "has type `&'a u8`", Role::Remark),
            (false, "binding `s` declared here", Role::Remark),
        ];
        for (primary, label, role) in roles {
            let span = RecordedSpan {
                file: "src/lib.rs".into(),
                start: (1, 1),
                end: (1, 2),
                primary,
                label: Some(label.into()),
                text: vec!["x".into()],
            };
            let error = RecordedError {
                code: None,
                message: String::new(),
                item: None,
                spans: vec![],
                notes: vec![],
                rendered: String::new(),
            };
            assert_eq!(Role::of(&span, &error), role, "{label}");
        }
    }
}
