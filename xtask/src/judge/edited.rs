//! Were files changed that are not the learner's to change?
//!
//! `checks.sha256` has a line `HASH  PATH` for each of them, as `sha256sum` writes it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;
use crate::hash;
use crate::manifest::Manifest;
use crate::verdict::Verdict;
use crate::workspace::Exercise;

/// The file with the hashes.
pub const FILE: &str = "checks.sha256";

/// A file that is not what it was.
#[derive(Debug, PartialEq, Eq)]
pub struct Edited {
    /// Relative to the exercise.
    pub path: String,
    /// How it differs: `edited`, `removed`, `added`.
    pub how: &'static str,
}

/// What [`FILE`] should say about an exercise as it is now.
pub fn current(dir: &Path) -> Result<String, Error> {
    let lines = hashes(dir)?
        .into_iter()
        .map(|(path, hash)| format!("{hash}  {path}\n"));
    Ok(lines.collect())
}

/// The files that differ from what [`FILE`] says; [`FILE`] itself, if it is gone.
pub fn edited(dir: &Path) -> Result<Vec<Edited>, Error> {
    let Ok(text) = std::fs::read_to_string(dir.join(FILE)) else {
        return Ok(vec![Edited {
            path: FILE.to_owned(),
            how: "removed",
        }]);
    };
    let known: BTreeMap<&str, &str> = text
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, path)| (path.trim_end(), hash))
        .collect();
    let now = hashes(dir)?;
    let mut edited = Vec::new();
    for (path, hash) in &known {
        match now.get(*path) {
            None => edited.push(Edited {
                path: (*path).to_owned(),
                how: "removed",
            }),
            Some(found) if found != hash => {
                edited.push(Edited {
                    path: (*path).to_owned(),
                    how: "edited",
                });
            }
            Some(_) => {}
        }
    }
    for path in now.keys().filter(|path| !known.contains_key(path.as_str())) {
        edited.push(Edited {
            path: path.clone(),
            how: "added",
        });
    }
    Ok(edited)
}

fn hashes(dir: &Path) -> Result<BTreeMap<String, String>, Error> {
    let mut files = vec!["Cargo.toml".to_owned()];
    for folder in ["predict", "probes", "starter", "tests"] {
        let below = hash::files_below(&dir.join(folder))?;
        files.extend(below.into_iter().map(|file| format!("{folder}/{file}")));
    }
    let hash = |file: String| Ok((file.clone(), hash::of_file(&dir.join(&file))?));
    files.into_iter().map(hash).collect()
}

/// Names the changed files in the verdict, which then does not count as passed.
pub fn mark(verdict: &mut Verdict, exercise: &Exercise, edited: &[Edited]) {
    for Edited { path, how } in edited {
        verdict.passed = false;
        let concerned = step(&exercise.manifest, path);
        let concerned = verdict
            .steps
            .iter()
            .position(|step| Some(step.step) == concerned);
        let Some(step) = verdict.steps.get_mut(concerned.unwrap_or(0)) else {
            continue;
        };
        if !step.message.is_empty() {
            step.message.push('\n');
        }
        step.message += &format!(
            "{}/{path} was {how}. It belongs to the workshop, so this verdict does not count. \
             `git status` shows such changes, and `git restore` or a fresh copy takes them back.",
            exercise.path()
        );
    }
}

/// The step that a file belongs to.
fn step(manifest: &Manifest, path: &str) -> Option<usize> {
    if let Some(test) = path.strip_prefix("tests/") {
        return super::problem::step_of_test(test.strip_suffix(".rs")?);
    }
    let program = path
        .strip_prefix("predict/")
        .and_then(|name| name.strip_suffix(".rs"));
    let at = manifest.steps.iter().position(|step| {
        step.probes.iter().any(|probe| probe.file == path)
            || step
                .predict
                .iter()
                .any(|name| Some(name.as_str()) == program)
    });
    at.map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_found_and_line_endings_are_none() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = dir.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("Cargo.toml", "[package]\n");
        write("tests/step_1.rs", "fn a() {}\n");
        write("tests/step_2.rs", "fn b() {}\n");
        write("src/lib.rs", "the learner's\n");
        write(FILE, &current(dir.path()).unwrap());
        assert_eq!(edited(dir.path()).unwrap(), []);

        write("tests/step_1.rs", "fn a() {}\r\n");
        write("src/lib.rs", "edited\n");
        let crlf = current(dir.path()).unwrap().replace('\n', "\r\n");
        write(FILE, &crlf);
        assert_eq!(edited(dir.path()).unwrap(), []);

        write("tests/step_1.rs", "");
        std::fs::remove_file(dir.path().join("tests/step_2.rs")).unwrap();
        write("probes/new.rs", "");
        let found: Vec<_> = edited(dir.path())
            .unwrap()
            .into_iter()
            .map(|e| (e.how, e.path))
            .collect();
        let expected = [
            ("edited", "tests/step_1.rs"),
            ("removed", "tests/step_2.rs"),
            ("added", "probes/new.rs"),
        ];
        assert_eq!(found, expected.map(|(how, path)| (how, path.to_owned())));
    }
    #[test]
    fn the_list_itself_may_not_go() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("Cargo.toml"), "[package]\n").unwrap();
        let found = edited(dir.path()).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].how, &*found[0].path), ("removed", FILE));
    }
}
