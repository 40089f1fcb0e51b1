//! What rustc's labels say, whatever a program calls its things.

use std::collections::BTreeSet;

/// The text with every lifetime as `'_`: a learner may call them as they like,
/// and rustc numbers those that have no name.
pub fn normalised(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\'') {
        let (before, quoted) = rest.split_at(at + 1);
        result += before;
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let end = quoted.find(|c| !is_name(c)).unwrap_or(quoted.len());
        // `'a'` is a character, `it's` an apostrophe.
        let lifetime =
            end > 0 && !quoted[end..].starts_with('\'') && !before[..at].ends_with(is_name);
        result += if lifetime { "_" } else { &quoted[..end] };
        rest = &quoted[end..];
    }
    result + rest
}

/// Why an error is one, from the labels of its other places, each reason once.
///
/// What a program may have otherwise and have the same error makes no difference: the
/// names, whether a lifetime or a variable has one, and in which of several ways a
/// result is used later. That it is used and that it is dropped are two reasons.
pub fn reasons<'l>(labels: impl Iterator<Item = &'l str>) -> BTreeSet<String> {
    labels.filter_map(reason).collect()
}

/// What rustc says of a loan that is used later: the use may be a closure's, or another
/// turn of the loop.
const LATER: [&str; 4] = [
    "later used",
    "later captured",
    "later stored",
    "in later iteration of loop",
];

fn reason(label: &str) -> Option<String> {
    let says = |part: &str| label.contains(part);
    let names_something = label.ends_with("defined here")
        || label.ends_with("declared here")
        || label.starts_with("let's call")
        || label.starts_with("has type")
        // The end of its life, at another place, has the reason.
        || says("a temporary with access to");
    if names_something {
        return None;
    }
    Some(if says("is dropped and runs the") {
        "needed when something is dropped".to_owned()
    } else if LATER.into_iter().any(says) {
        "needed later".to_owned()
    } else if let Some((_, what)) = label.split_once("requires that") {
        format!("required that{}", without_names(what))
    } else {
        without_names(label)
    })
}

/// The text with nothing between its backticks.
fn without_names(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("``")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_lifetimes_make_no_difference() {
        assert_eq!(
            normalised("returning this value requires that `'1` must outlive `'de`"),
            "returning this value requires that `'_` must outlive `'_`"
        );
        assert_eq!(
            normalised("`'static` it's 'x' doesn't"),
            "`'_` it's 'x' doesn't"
        );
        assert_eq!(normalised("&'a mut T: 's"), "&'_ mut T: '_");
        assert_eq!(normalised("'"), "'");
    }

    #[track_caller]
    fn alike(some: &[&str], others: &[&str]) -> bool {
        let [some, others] = [some, others].map(|labels| reasons(labels.iter().copied()));
        some == others
    }

    #[test]
    fn the_same_reason_may_be_said_in_several_ways() {
        let used = [
            "first mutable borrow occurs here",
            "first borrow later used here",
        ];
        for later in [
            "first borrow later used by call",
            "first borrow later captured here by closure",
        ] {
            assert!(alike(&used, &[later, "first mutable borrow occurs here"]));
        }
        assert!(alike(
            &[
                "`x` is borrowed here",
                "returning this value requires that `*self` is borrowed for `'1`",
                "let's call the lifetime of this reference `'1`",
            ],
            &[
                "lifetime `'a` defined here",
                "`y` is borrowed here",
                "assignment requires that `*y` is borrowed for `'a`",
                "`z` is borrowed here",
            ],
        ));
        assert!(alike(
            &[
                "a temporary with access to the first borrow is created here ...",
                "... and the first borrow might be used here, when that temporary is dropped and \
                 runs the destructor for type `Result<A, B>`",
            ],
            &[
                "first borrow might be used here, when `x` is dropped and runs the `Drop` code for \
               type `C`"
            ],
        ));
    }

    #[test]
    fn to_be_used_is_not_to_be_dropped() {
        let dropped = "first borrow might be used here, when `x` is dropped and runs the \
                       destructor for type `C`";
        assert!(!alike(&[dropped], &["first borrow later used here"]));
        assert!(!alike(&["first borrow later used here"], &[]));
        assert!(!alike(
            &["returning this value requires that `x` is borrowed for `'a`"],
            &["borrow later used here"],
        ));
    }
}
