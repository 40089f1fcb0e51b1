//! The item at a line and column.

use super::{Item, Kind, items};

/// The path of the innermost item at a place; lines and columns (in characters)
/// are counted from 1, as rustc counts them.
///
/// A file that does not parse is searched for the nearest `fn`, `impl` and the
/// like above the place: the error is most often just below it.
pub fn item_at(text: &str, line: usize, column: usize) -> Option<String> {
    match items(text) {
        Ok(items) => Some(innermost(&items, offset(text, line, column)?)?.path.clone()),
        Err(_) => heading_above(text, line),
    }
}

/// Whether `original` has the item at a place of `text`. An import is the same only if
/// it imports the same; any other item is if it has the same path.
pub fn is_in(original: &str, text: &str, line: usize, column: usize) -> bool {
    let originals = items(original).unwrap_or_default();
    if let (Ok(items), Some(at)) = (items(text), offset(text, line, column))
        && let Some(item) = innermost(&items, at)
        && item.kind == Kind::Use
    {
        return originals.iter().any(|one| one.tokens == item.tokens);
    }
    // What lies outside of every item is nobody's addition.
    item_at(text, line, column).is_none_or(|path| has(&originals, &path))
}

fn has(items: &[Item], path: &str) -> bool {
    let mut items = items.iter();
    items.any(|item| item.path == path || has(&item.children, path))
}

/// What `owner` says about the item that is nearest to a line and that it says anything
/// about. Of two that are as near, the one above.
pub fn nearest<T>(text: &str, line: usize, owner: impl Fn(&str) -> Option<T>) -> Option<T> {
    let items = items(text);
    let last = text.lines().count();
    let at = |line: usize| match &items {
        Ok(items) => {
            let content = text.lines().nth(line.checked_sub(1)?)?;
            let column = content.chars().take_while(|c| c.is_whitespace()).count() + 1;
            owner(&innermost(items, offset(text, line, column)?)?.path)
        }
        Err(_) => owner(&heading_above(text, line)?),
    };
    (0..=last).find_map(|far| at(line.saturating_sub(far)).or_else(|| at(line + far)))
}

fn innermost(items: &[Item], at: usize) -> Option<&Item> {
    // The end counts as inside: an error may point behind the last token.
    let item = items
        .iter()
        .find(|item| item.range.start <= at && at <= item.range.end)?;
    let inner = match item.body.contains(&at) {
        true => innermost(&item.children, at),
        false => None,
    };
    inner.or(Some(item))
}

fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let mut start = 0;
    for (number, content) in text.split_inclusive('\n').enumerate() {
        if number + 1 == line {
            let into = content.char_indices().nth(column.saturating_sub(1));
            return Some(start + into.map_or(content.len(), |(at, _)| at));
        }
        start += content.len();
    }
    None
}

fn heading_above(text: &str, line: usize) -> Option<String> {
    let mut outer: Option<String> = None;
    let mut inner: Option<String> = None;
    for content in text.lines().take(line) {
        let indented = content.starts_with([' ', '\t']);
        if !indented && content.starts_with('}') {
            // A brace in the first column ends whatever stood there.
            (outer, inner) = (None, None);
        }
        if let Some(path) = heading(content.trim_start()) {
            if indented {
                inner = Some(path);
            } else {
                (outer, inner) = (Some(path), None);
            }
        }
    }
    match (outer, inner) {
        (Some(outer), Some(inner)) => Some(format!("{outer}::{inner}")),
        (outer, inner) => outer.or(inner),
    }
}

/// The path of the item that a line opens: `Reader` for `impl<'a> Reader<'a> {`.
fn heading(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || c == '(')
        .collect();
    if line.starts_with("impl") && !line.starts_with("impl_") {
        // An empty body makes a whole item of the header.
        let header = line.split('{').next().unwrap_or(line);
        let header = header.split(" where").next().unwrap_or(header);
        let item = items(&format!("{header} {{}}")).ok()?;
        return Some(item.first()?.path.clone());
    }
    const KEYWORDS: [&str; 8] = [
        "fn", "struct", "enum", "trait", "mod", "type", "const", "static",
    ];
    let names = words
        .windows(2)
        .find(|pair| KEYWORDS.contains(&pair[0]) && pair[1] != "fn")?;
    let before = &words[..words.iter().position(|word| word == &names[0])?];
    let only_qualifiers = before.iter().all(|word| {
        word.starts_with("pub") || ["const", "unsafe", "async", "extern", "crate)"].contains(word)
    });
    let name: String = names[1]
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (only_qualifiers && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Größe
    pub(crate) fn take(&mut self, n: usize) -> &'a [u8] {
        let x = 1;
        x
    }

    fn rest(&self) {}
}

impl Iterator for Reader<'_> {
    fn next(&mut self) {
        todo!()
    }
}

const fn free() {
    let y = 2;
}
";

    #[test]
    fn the_innermost_item_is_found() {
        for (line, column, item) in [
            (1, 8, Some("Reader")),
            (3, 10, Some("Reader")),
            (4, 9, Some("Reader::take")),
            (6, 13, Some("Reader::take")),
            (10, 8, Some("Reader::rest")),
            (14, 8, Some("<Reader as Iterator>::next")),
            (20, 9, Some("free")),
            (12, 1, None),
            (99, 1, None),
        ] {
            assert_eq!(item_at(SOURCE, line, column).as_deref(), item, "{line}");
        }
    }

    #[test]
    fn a_file_that_does_not_parse_is_searched_by_its_headings() {
        let broken = SOURCE.replace("let x = 1;", "let x = ;");
        assert!(items(&broken).is_err());
        for (line, item) in [
            (1, Some("Reader")),
            (6, Some("Reader::take")),
            (10, Some("Reader::rest")),
            (12, None),
            (15, Some("<Reader as Iterator>::next")),
            (18, None),
            (20, Some("free")),
        ] {
            assert_eq!(item_at(&broken, line, 5).as_deref(), item, "{line}");
        }
        let nothing = "\n\n)";
        assert_eq!(item_at(nothing, 3, 1), None);
    }

    #[test]
    fn what_has_been_added_is_told_from_what_was_there() {
        let added = SOURCE
            .replace("struct", "use std::mem;\nuse std::fmt;\nstruct")
            .replace("    fn rest", "    fn skip(&self) {}\n    fn rest")
            + "fn helper() {}\n";
        let original = SOURCE.replace("struct", "use std::fmt;\nstruct");
        let is_new = |piece: &str, text: &str| {
            let line = text.lines().position(|line| line.contains(piece)).unwrap();
            !is_in(&original, text, line + 1, 5)
        };
        for piece in ["std::mem", "fn skip", "fn helper"] {
            assert!(is_new(piece, &added), "{piece}");
        }
        for piece in ["std::fmt", "fn rest", "let y = 2", "impl Iterator"] {
            assert!(!is_new(piece, &added), "{piece}");
        }
        let broken = added.replace("let x = 1;", "let x = ;");
        assert!(is_new("fn helper", &broken));
        assert!(!is_new("let y = 2", &broken));
        assert!(is_in(&original, "\n)", 2, 1));
    }

    #[test]
    fn the_nearest_item_with_an_owner_is_found() {
        let owner = |path: &str| match path {
            "Reader::take" => Some(2),
            "free" => Some(3),
            _ => None,
        };
        let broken = SOURCE.replace("let x = 1;", "let x = ;");
        for text in [SOURCE, &broken] {
            for (line, step) in [(1, 2), (6, 2), (10, 2), (16, 3), (20, 3)] {
                assert_eq!(nearest(text, line, owner), Some(step), "{line}");
            }
        }
        assert_eq!(nearest(SOURCE, 3, |_| None::<usize>), None);
        assert_eq!(nearest("", 1, owner), None);
    }
}
