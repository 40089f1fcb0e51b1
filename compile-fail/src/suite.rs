//! The cases of one harness, and the files that are really there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::facts::{Fact, Facts, Harness};

/// What a harness checks.
#[derive(Debug, Clone)]
pub struct Suite {
    /// The folder with `facts/`. All paths are relative to it.
    pub root: PathBuf,
    /// The package that checks the cases.
    pub harness: Harness,
    /// What is known of them, in order.
    pub cases: Vec<Fact>,
    /// All files in the harness's `cases/`, with forward slashes, sorted.
    pub files: Vec<String>,
}

impl Suite {
    /// Reads the facts, and finds the files.
    ///
    /// A harness without a refused or without an accepted case is an error: it
    /// must not be green because it is empty.
    pub fn open(root: &Path, harness: Harness) -> Result<Suite, String> {
        let facts = Facts::open(root)?;
        let all = facts.cases().cloned().chain(facts.in_edition_2021());
        let suite = Suite {
            root: root.to_owned(),
            harness,
            cases: all.filter(|fact| fact.harness() == harness).collect(),
            files: find_files(root, &below(harness, "cases"))?,
        };
        if suite.refused().next().is_none() {
            return Err(format!("{harness:?} has no refused case"));
        }
        if suite.accepted().next().is_none() {
            return Err(format!("{harness:?} has no accepted case"));
        }
        Ok(suite)
    }

    /// The cases that the compiler is to refuse.
    pub fn refused(&self) -> impl Iterator<Item = &Fact> {
        self.cases.iter().filter(|fact| fact.is_refused())
    }

    /// The cases that the compiler is to accept.
    pub fn accepted(&self) -> impl Iterator<Item = &Fact> {
        self.cases.iter().filter(|fact| !fact.is_refused())
    }

    /// The harness's own folder.
    pub fn folder(&self) -> PathBuf {
        self.root.join(self.harness.folder())
    }

    /// The program's path as the compiler is given it, relative to [`folder`](Suite::folder).
    pub fn own_path(&self, fact: &Fact) -> String {
        let program = fact.program();
        let folder = below(self.harness, "");
        program.strip_prefix(&folder).unwrap_or(&program).to_owned()
    }
}

fn below(harness: Harness, path: &str) -> String {
    match harness.folder() {
        "" => path.into(),
        folder => format!("{folder}/{path}"),
    }
}

fn find_files(root: &Path, cases: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut folders = vec![cases.to_owned()];
    while let Some(below) = folders.pop() {
        let unreadable = |error| format!("{below} cannot be read: {error}");
        for entry in fs::read_dir(root.join(&below)).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name();
            // Editors and file managers put such files everywhere.
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            let path = format!("{below}/{}", name.to_string_lossy());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
