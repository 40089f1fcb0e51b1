//! A unified diff, in colours.

use similar::{ChangeTag, TextDiff};

use super::{BAD, CODE, GOOD, HEADING, Look, paint};

/// The difference between two texts; empty if there is none.
///
/// A name may have an address behind a colon, `yours: src/lib.rs`. In plain words
/// each line starts with the part before it.
///
/// Line endings do not count: a checkout may have its own.
pub fn render(old: &str, new: &str, old_name: &str, new_name: &str, look: Look) -> String {
    let (old, new) = (old.replace("\r\n", "\n"), new.replace("\r\n", "\n"));
    if old == new {
        return String::new();
    }
    let diff = TextDiff::from_lines(&old, &new);
    let mut out = format!(
        "{}\n{}\n",
        paint(HEADING, format!("--- {old_name}")),
        paint(HEADING, format!("+++ {new_name}")),
    );
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        out.push_str(&paint(CODE, hunk.header()));
        out.push('\n');
        for change in hunk.iter_changes() {
            let line = change.value().trim_end_matches('\n');
            let (sign, name, style) = match change.tag() {
                ChangeTag::Delete => ("-", old_name, BAD),
                ChangeTag::Insert => ("+", new_name, GOOD),
                ChangeTag::Equal => (" ", "", anstyle::Style::new()),
            };
            let owner = name.split(':').next().unwrap_or_default();
            let text = match (look, change.tag()) {
                (Look::Plain, ChangeTag::Equal) => line.to_owned(),
                (Look::Plain, _) => format!("{owner}: {line}"),
                (Look::Rich, _) => format!("{sign}{line}"),
            };
            out.push_str(&match change.tag() {
                ChangeTag::Equal => text,
                _ => paint(style, text),
            });
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_differences_show() {
        assert_eq!(render("a\r\nb\r\n", "a\nb\n", "x", "y", Look::Rich), "");
        let shown = render("a\nb\n", "a\nc\n", "x", "y", Look::Rich);
        let shown = anstream::adapter::strip_str(&shown).to_string();
        assert_eq!(shown, "--- x\n+++ y\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
        let plain = render("a\n", "", "yours: x", "ours: y", Look::Plain);
        assert!(
            anstream::adapter::strip_str(&plain)
                .to_string()
                .ends_with("yours: a\n"),
            "{plain}"
        );
    }
}
