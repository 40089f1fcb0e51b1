//! Copies of a learner's `src/`, made before a command replaces it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::error::Error;
use crate::hash::{files_below, of_folder};

use super::file::explain_folder;

/// The copies of one exercise's `src/`: `.workshop/saved/ID/NNNN/`.
#[derive(Debug)]
pub struct Saved {
    workshop: PathBuf,
    folder: PathBuf,
}

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedCopy {
    /// Its number; a higher one is newer.
    pub number: u32,
    /// The folder that holds the files.
    pub path: PathBuf,
    /// When it was made, if the file system knows.
    pub made: Option<SystemTime>,
}

/// Where the files are that are about to be replaced.
#[derive(Debug, PartialEq, Eq)]
pub enum Kept {
    /// In this copy.
    As(SavedCopy),
    /// In `starter/`: `reset` brings them back.
    Starter,
    /// There are none.
    Nowhere,
}

impl Saved {
    pub(super) fn new(workshop: &Path, id: &str) -> Saved {
        Saved {
            workshop: workshop.to_owned(),
            folder: workshop.join("saved").join(id),
        }
    }

    /// The copies, oldest first.
    pub fn copies(&self) -> Result<Vec<SavedCopy>, Error> {
        let failed = |error| Error::file("read", &self.folder, error);
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
            entries => entries.map_err(failed)?,
        };
        let mut copies = Vec::new();
        for entry in entries {
            let entry = entry.map_err(failed)?;
            // Anything that is not a number is not ours, or was left behind half made.
            let name = entry.file_name();
            let Some(number) = name.to_str().and_then(|name| name.parse().ok()) else {
                continue;
            };
            let made = entry.metadata().and_then(|data| data.modified()).ok();
            copies.push(SavedCopy {
                number,
                path: entry.path(),
                made,
            });
        }
        copies.sort_by_key(|copy| copy.number);
        Ok(copies)
    }

    /// Keeps the files of `src`, unless they are the starter's.
    ///
    /// The same content is not kept twice: an older copy of it becomes the newest.
    pub fn keep(&self, src: &Path, starter: &Path) -> Result<Kept, Error> {
        if files_below(src)?.is_empty() {
            return Ok(Kept::Nowhere);
        }
        let hash = of_folder(src)?;
        if hash == of_folder(starter)? {
            return Ok(Kept::Starter);
        }
        let copies = self.copies()?;
        let number = copies.last().map_or(1, |copy| copy.number + 1);
        let path = self.folder.join(format!("{number:04}"));
        for copy in copies.into_iter().rev() {
            if of_folder(&copy.path)? != hash {
                continue;
            }
            if copy.number + 1 == number {
                return Ok(Kept::As(copy));
            }
            fs::rename(&copy.path, &path)
                .map_err(|error| Error::file("rename", &copy.path, error))?;
            return Ok(Kept::As(SavedCopy {
                number,
                path,
                ..copy
            }));
        }
        explain_folder(&self.workshop)
            .map_err(|error| Error::file("write to", &self.workshop, error))?;
        // Written aside and renamed: a copy that has a number is a whole one.
        let unfinished = self
            .folder
            .join(format!("unfinished-{}", std::process::id()));
        replace(&unfinished, src)
            .and_then(|()| {
                fs::rename(&unfinished, &path).map_err(|error| Error::file("write", &path, error))
            })
            .inspect_err(|_| {
                let _ = fs::remove_dir_all(&unfinished);
            })?;
        Ok(Kept::As(SavedCopy {
            number,
            path,
            made: Some(SystemTime::now()),
        }))
    }
}

/// Makes the folder `to` hold the files of `from`, and no others.
///
/// It works file by file, as an editor may have the folder itself open.
pub fn replace(to: &Path, from: &Path) -> Result<(), Error> {
    let files = files_below(from)?;
    for old in files_below(to)? {
        if !files.contains(&old) {
            let old = to.join(old);
            fs::remove_file(&old).map_err(|error| Error::file("remove", &old, error))?;
        }
    }
    for file in files {
        let path = to.join(&file);
        let folder = path.parent().unwrap_or(to);
        let copied = fs::create_dir_all(folder)
            .and_then(|()| fs::read(from.join(&file)))
            // Reading and writing, not `fs::copy`: a starter may be read-only.
            .and_then(|bytes| fs::write(&path, bytes));
        copied.map_err(|error| Error::file("write", &path, error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn write(&self, path: &str, text: &str) {
            let path = self.0.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        fn keep(&self) -> Kept {
            let saved = Saved::new(&self.0.path().join(".workshop"), "e");
            saved
                .keep(&self.0.path().join("src"), &self.0.path().join("starter"))
                .unwrap()
        }

        fn numbers(&self) -> Vec<u32> {
            let saved = Saved::new(&self.0.path().join(".workshop"), "e");
            saved
                .copies()
                .unwrap()
                .iter()
                .map(|copy| copy.number)
                .collect()
        }
    }

    #[test]
    fn the_same_is_not_kept_twice() {
        let folder = Folder(tempfile::tempdir().unwrap());
        folder.write("starter/lib.rs", "todo");
        assert_eq!(folder.keep(), Kept::Nowhere);
        folder.write("src/lib.rs", "todo");
        assert_eq!(folder.keep(), Kept::Starter);
        assert!(folder.numbers().is_empty());

        folder.write("src/lib.rs", "one");
        folder.keep();
        folder.keep();
        folder.write("src/deep/er.rs", "two");
        folder.keep();
        assert_eq!(folder.numbers(), [1, 2]);

        // What is replaced last is the newest copy, even if it is an old acquaintance.
        fs::remove_file(folder.0.path().join("src/deep/er.rs")).unwrap();
        let Kept::As(copy) = folder.keep() else {
            panic!("it is not the starter")
        };
        assert_eq!((copy.number, folder.numbers()), (3, vec![2, 3]));
        assert_eq!(fs::read_to_string(copy.path.join("lib.rs")).unwrap(), "one");
    }

    #[test]
    fn replacing_removes_what_is_not_there() {
        let folder = Folder(tempfile::tempdir().unwrap());
        folder.write("from/lib.rs", "new");
        folder.write("to/lib.rs", "old");
        folder.write("to/extra.rs", "old");
        let (from, to) = (folder.0.path().join("from"), folder.0.path().join("to"));
        replace(&to, &from).unwrap();
        assert_eq!(files_below(&to).unwrap(), ["lib.rs"]);
        assert_eq!(of_folder(&to).unwrap(), of_folder(&from).unwrap());
    }
}
