//! Where in the book a step is explained.

use std::fs;
use std::path::Path;

/// A heading in a chapter.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's words.
    pub title: String,
    /// The line that it is on, counted from 1.
    pub line: usize,
}

/// Finds the heading with this anchor in a chapter of the workshop at `root`.
pub fn find(root: &Path, chapter: &str, anchor: &str) -> Option<Section> {
    let text = fs::read_to_string(root.join("book/src").join(chapter)).ok()?;
    find_in(&text, anchor)
}

fn find_in(text: &str, anchor: &str) -> Option<Section> {
    let mut fenced = false;
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced || !line.starts_with('#') {
            continue;
        }
        let heading = line.trim_start_matches('#').trim();
        let (title, own) = match heading.split_once("{#") {
            Some((title, own)) => (title.trim(), own.trim_end_matches('}').to_owned()),
            None => (heading, slug(heading)),
        };
        if own == anchor {
            let title = title.to_owned();
            return Some(Section {
                title,
                line: at + 1,
            });
        }
    }
    None
}

/// The anchor that mdBook makes of a heading.
fn slug(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        })
        .collect()
}

/// Where to read a chapter, or a section of it: in the book if it has been built,
/// else in its Markdown.
pub fn place(root: &Path, chapter: &str, anchor: Option<&str>) -> String {
    let page = chapter.replace(".md", ".html");
    if root.join("book/dist").join(&page).is_file() {
        let anchor = anchor.map_or(String::new(), |anchor| format!("#{anchor}"));
        return format!("book/dist/{page}{anchor}");
    }
    match anchor.and_then(|anchor| find(root, chapter, anchor)) {
        Some(found) => format!("book/src/{chapter}:{}", found.line),
        None => format!("book/src/{chapter}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_by_their_anchor() {
        let text = "# One\n```\n# two-three\n```\n## Two `three`!\n### Four {#the-fourth}\n";
        let line = |anchor| find_in(text, anchor).map(|section| section.line);
        assert_eq!(line("one"), Some(1));
        assert_eq!(line("two-three"), Some(5));
        assert_eq!(line("the-fourth"), Some(6));
        assert_eq!(line("four"), None);
        assert_eq!(find_in(text, "the-fourth").unwrap().title, "Four");
    }
}
