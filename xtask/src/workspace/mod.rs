//! Where the exercises are.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::manifest::Manifest;

pub mod name;
mod typed;

pub use name::Subject;
pub use typed::{Typed, typed};

/// The folder of the main track, which comes first.
pub const MAIN_TRACK: &str = "tls";

/// The checkout, with every exercise in it.
#[derive(Debug)]
pub struct Workspace {
    /// The folder with the `Cargo.toml` that has `[workspace]`.
    pub root: PathBuf,
    /// All exercises: the main track first, then by track and folder.
    pub exercises: Vec<Exercise>,
    /// Those whose manifest cannot be read. They do not keep anyone from the others.
    pub unreadable: Vec<Unreadable>,
}

/// A folder below `exercises/` whose `Cargo.toml` makes no exercise of it.
#[derive(Debug)]
pub struct Unreadable {
    /// `exercises/tls/01-reader`
    pub path: String,
    /// What is wrong with its `Cargo.toml`.
    pub problem: String,
}

/// One folder below `exercises/`.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// What its `Cargo.toml` says about it.
    pub manifest: Manifest,
    /// `tls`
    pub track: String,
    /// `01-reader`
    pub folder: String,
    /// `ROOT/exercises/tls/01-reader`
    pub dir: PathBuf,
    /// `ROOT/solutions/tls/01-reader`
    pub solution: PathBuf,
}

impl Exercise {
    /// `exercise-1`
    pub fn id(&self) -> &str {
        &self.manifest.id
    }

    /// Where the exercise is, relative to the root, with forward slashes.
    pub fn path(&self) -> String {
        format!("exercises/{}/{}", self.track, self.folder)
    }
}

impl Workspace {
    /// Finds the workshop that the current folder lies in, and loads it.
    pub fn find() -> Result<Self, Error> {
        let here = std::env::current_dir()
            .map_err(|error| Error::broken(format!("the current folder is gone: {error}")))?;
        Self::find_from(&here)
    }

    /// Finds the workshop that `start` lies in, and loads it.
    pub fn find_from(start: &Path) -> Result<Self, Error> {
        let root = start.ancestors().find(|folder| is_root(folder));
        match root {
            Some(root) => Self::load(root),
            None => Err(Error::usage(format!(
                "{} is not inside the workshop: no folder from there upwards has a Cargo.toml \
                 with [workspace] and exercises/ beside it.\n\
                 Change into the folder that you cloned the workshop into, and try again.",
                start.display()
            ))),
        }
    }

    /// Loads every exercise of the workshop at `root`.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let (mut exercises, mut unreadable) = (Vec::new(), Vec::new());
        for track in folders(&root.join("exercises"))? {
            for folder in folders(&root.join("exercises").join(&track))? {
                let dir = root.join("exercises").join(&track).join(&folder);
                let file = dir.join("Cargo.toml");
                if !file.is_file() {
                    continue;
                }
                let text = std::fs::read_to_string(&file)
                    .map_err(|error| Error::file("read", &file, error))?;
                match Manifest::parse(&text) {
                    Ok(manifest) => exercises.push(Exercise {
                        manifest,
                        solution: root.join("solutions").join(&track).join(&folder),
                        track: track.clone(),
                        folder,
                        dir,
                    }),
                    Err(problem) => unreadable.push(Unreadable {
                        path: format!("exercises/{track}/{folder}"),
                        problem,
                    }),
                }
            }
        }
        exercises.sort_by_key(|exercise| exercise.track != MAIN_TRACK);
        let workspace = Self {
            root: root.to_path_buf(),
            exercises,
            unreadable,
        };
        workspace.refuse_double_ids()?;
        Ok(workspace)
    }

    fn refuse_double_ids(&self) -> Result<(), Error> {
        for (at, exercise) in self.exercises.iter().enumerate() {
            let earlier = self.exercises[..at]
                .iter()
                .find(|earlier| earlier.id() == exercise.id());
            if let Some(earlier) = earlier {
                return Err(Error::broken(format!(
                    "{} and {} both call themselves `{}`",
                    earlier.path(),
                    exercise.path(),
                    exercise.id()
                )));
            }
        }
        Ok(())
    }

    /// Refuses a workshop with an exercise that cannot be read.
    pub fn refuse_unreadable(&self) -> Result<(), Error> {
        self.unreadable
            .first()
            .map_or(Ok(()), |one| Err(one.error()))
    }
}

impl Unreadable {
    /// The error that a command gives which needs this exercise.
    pub fn error(&self) -> Error {
        Error::broken(format!("{}/Cargo.toml: {}", self.path, self.problem))
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join("exercises").is_dir()
        && std::fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
}

fn folders(dir: &Path) -> Result<Vec<String>, Error> {
    let entries = std::fs::read_dir(dir).map_err(|error| Error::file("read", dir, error))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn exercise(track: &str, folder: &str, id: &str) -> Exercise {
        Exercise {
            manifest: Manifest {
                id: id.into(),
                title: String::new(),
                minutes: 1,
                chapter: String::new(),
                steps: Vec::new(),
                right: Default::default(),
                wrong: Default::default(),
            },
            track: track.into(),
            folder: folder.into(),
            dir: PathBuf::new(),
            solution: PathBuf::new(),
        }
    }

    pub fn workspace() -> Workspace {
        Workspace {
            root: PathBuf::new(),
            exercises: vec![
                exercise("tls", "01-reader", "exercise-1"),
                exercise("tls", "02-reader-mut", "exercise-2"),
                exercise("foundations", "01-moves", "foundations-1"),
            ],
            unreadable: vec![Unreadable {
                path: "exercises/tls/03-codec".into(),
                problem: "missing field `title`".into(),
            }],
        }
    }

    #[test]
    fn an_id_used_twice_is_refused() {
        let mut workspace = workspace();
        assert!(workspace.refuse_double_ids().is_ok());
        workspace.exercises[2].manifest.id = "exercise-1".into();
        let error = workspace.refuse_double_ids().unwrap_err();
        assert_eq!(error.exit_code(), 3);
        assert!(
            error.to_string().contains("foundations/01-moves"),
            "{error}"
        );
    }

    #[test]
    fn outside_of_a_workshop_the_error_says_where_to_go() {
        let elsewhere = tempfile::tempdir().unwrap();
        let error = Workspace::find_from(elsewhere.path()).unwrap_err();
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("cloned"), "{error}");
    }
}
