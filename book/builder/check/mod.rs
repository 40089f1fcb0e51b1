//! What is checked on the pages that were produced, whoever wrote them: the
//! authors, a directive, or mdBook.

pub mod links;
pub mod offline;
pub mod size;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::html::{self, Element};
use crate::paths::relative;

/// The produced files.
#[derive(Debug, Default)]
pub struct Site {
    /// The pages, by path below the destination, with forward slashes.
    pub pages: BTreeMap<String, Vec<Element>>,
    /// How many bytes each page has.
    pub sizes: BTreeMap<String, usize>,
    /// The style sheets, with their text.
    pub styles: BTreeMap<String, String>,
    /// Every file.
    pub files: BTreeSet<String>,
}

impl Site {
    /// Reads what lies in `dest`.
    pub fn load(dest: &Path) -> io::Result<Site> {
        let mut site = Site::default();
        let mut folders = vec![dest.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    site.add(dest, path)?;
                }
            }
        }
        Ok(site)
    }

    fn add(&mut self, dest: &Path, path: PathBuf) -> io::Result<()> {
        let name = relative(dest, &path);
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => {
                let text = fs::read_to_string(&path)?;
                self.sizes.insert(name.clone(), text.len());
                self.pages.insert(name.clone(), html::elements(&text));
            }
            Some("css") => {
                self.styles.insert(name.clone(), fs::read_to_string(&path)?);
            }
            _ => {}
        }
        self.files.insert(name);
        Ok(())
    }
}

/// A reference to a file, as a path below the destination.
///
/// `None` where it leads out of the book.
pub fn resolve(from: &str, reference: &str) -> Option<String> {
    let mut parts: Vec<&str> = match reference.starts_with('/') {
        // On a disk there is no root that the book could know.
        true => return None,
        false => from.split('/').collect(),
    };
    parts.pop();
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    let mut path = parts.join("/");
    if reference.ends_with('/') || path.is_empty() {
        path += if path.is_empty() {
            "index.html"
        } else {
            "/index.html"
        };
    }
    Some(path)
}

/// The `https:` of an address; nothing for a path.
pub fn scheme(reference: &str) -> Option<&str> {
    let (scheme, _) = reference.split_once(':')?;
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (!scheme.is_empty() && scheme.chars().all(letters)).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_like_a_browser_does() {
        for (from, reference, path) in [
            ("tls/01.html", "02.html", Some("tls/02.html")),
            ("tls/01.html", "../index.html", Some("index.html")),
            ("tls/01.html", "../", Some("index.html")),
            ("index.html", "./tls/", Some("tls/index.html")),
            ("index.html", "../x.html", None),
            ("index.html", "/x.html", None),
        ] {
            assert_eq!(
                resolve(from, reference).as_deref(),
                path,
                "{from} {reference}"
            );
        }
    }

    #[test]
    fn a_scheme_is_told_from_a_path() {
        assert_eq!(scheme("https://a.b"), Some("https"));
        assert_eq!(scheme("a.html#b:c"), None);
        assert_eq!(scheme("a.html"), None);
    }
}
