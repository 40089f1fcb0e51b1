//! `{{#table path title}}`: a table that a program has written.

use std::fs;
use std::path::Path;

/// The table under the line `title`; `path` is relative to `folder`.
pub fn render(folder: &Path, path: &str, title: &str) -> Result<String, String> {
    let text = fs::read_to_string(folder.join(path))
        .map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let mut lines = text.lines().skip_while(|&line| line != title);
    if lines.next().is_none() {
        return Err(format!("`{path}` has no line `{title}`"));
    }
    let rows = lines.skip_while(|line| line.is_empty());
    let rows: Vec<_> = rows.take_while(|line| line.starts_with('|')).collect();
    match rows.is_empty() {
        true => Err(format!("`{path}` has no table under `{title}`")),
        false => Ok(rows.join("\n")),
    }
}
