//! Files that are read, changed and written where copies are made.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::hash::{self, slashes};

/// The texts below a `src/` folder, by path.
pub type Files = BTreeMap<String, String>;

/// Lets the paths in a table of dependencies not depend on where it is.
pub fn make_paths_absolute(dependencies: &mut toml::Table, from: &Path) {
    for (_, dependency) in dependencies.iter_mut() {
        if let Some(path) = dependency.get_mut("path")
            && let Some(relative) = path.as_str()
        {
            *path = slashes(&from.join(relative)).into();
        }
    }
}

/// The table of that name in another one.
pub fn table<'t>(parent: &'t mut toml::Table, name: &str) -> Option<&'t mut toml::Table> {
    parent.get_mut(name)?.as_table_mut()
}

/// A `Cargo.toml`, or another file like it.
pub fn read_toml(file: &Path) -> Result<toml::Table, Error> {
    let text = fs::read_to_string(file).map_err(|error| Error::file("read", file, error))?;
    text.parse()
        .map_err(|error| Error::file("understand", file, error))
}

/// The texts of a folder; a missing folder has none.
pub fn read_files(dir: &Path) -> Result<Files, Error> {
    let mut files = Files::new();
    for name in hash::files_below(dir)? {
        let file = dir.join(&name);
        let text = fs::read_to_string(&file).map_err(|error| Error::file("read", &file, error))?;
        files.insert(name, text);
    }
    Ok(files)
}

/// Writes a file, unless it has this text already.
pub fn write(file: &Path, text: &str) -> Result<(), Error> {
    if fs::read(file).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let made = file.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(file, text))
        .map_err(|error| Error::file("write", file, error))
}
