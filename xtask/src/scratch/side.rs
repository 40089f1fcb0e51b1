//! A workspace beside the workshop's own, with its versions and its compiler.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{make_paths_absolute, read_toml, table, write};
use crate::error::Error;

/// A folder with a workspace in it, for one process at a time.
#[derive(Debug)]
pub struct SideWorkspace {
    root: PathBuf,
    dir: PathBuf,
    incremental: bool,
    /// Held until the end; another process waits for it.
    _lock: File,
}

impl SideWorkspace {
    /// Opens the folder `dir` for the workshop at `root`, and waits for another process that
    /// uses it. `incremental` is for packages that are built again and again with little
    /// changed.
    pub fn open(root: &Path, dir: PathBuf, incremental: bool) -> Result<Self, Error> {
        fs::create_dir_all(&dir).map_err(|error| Error::file("make", &dir, error))?;
        let file = dir.join("lock");
        let lock = File::create(&file).map_err(|error| Error::file("write", &file, error))?;
        lock.lock()
            .map_err(|error| Error::file("lock", &file, error))?;
        Ok(Self {
            root: root.to_path_buf(),
            dir,
            incremental,
            _lock: lock,
        })
    }

    /// The folder of the workshop.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the workspace.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Where cargo builds it.
    pub fn target_dir(&self) -> PathBuf {
        self.dir.join("target")
    }

    /// Writes its `Cargo.toml`: these packages are in it, each in a folder of its name, and
    /// no other.
    pub fn set_members(&self, packages: &[String]) -> Result<(), Error> {
        let mut manifest = read_toml(&self.root.join("Cargo.toml"))?;
        let mut workspace = table(&mut manifest, "workspace")
            .cloned()
            .unwrap_or_default();
        let members: Vec<toml::Value> = packages.iter().map(|name| name.as_str().into()).collect();
        workspace.insert("members".into(), members.into());
        workspace.remove("default-members");
        if let Some(dependencies) = table(&mut workspace, "dependencies") {
            make_paths_absolute(dependencies, &self.root);
        }
        // Nobody debugs these; without the tables a program is built and linked faster.
        let mut profile = toml::Table::new();
        profile.insert("debug".into(), false.into());
        profile.insert("incremental".into(), self.incremental.into());
        let mut profiles = toml::Table::new();
        profiles.insert("dev".into(), profile.into());
        let mut root = toml::Table::new();
        root.insert("workspace".into(), workspace.into());
        root.insert("profile".into(), profiles.into());
        write(&self.dir.join("Cargo.toml"), &root.to_string())?;
        self.copy_pins()
    }

    /// Copies what pins the versions and the compiler.
    ///
    /// Cargo edits its copy of the lock file; so what was copied is remembered.
    fn copy_pins(&self) -> Result<(), Error> {
        for name in ["Cargo.lock", "rust-toolchain.toml"] {
            let Ok(text) = fs::read_to_string(self.root.join(name)) else {
                continue;
            };
            let original = self.dir.join(format!("{name}.original"));
            let is_new = fs::read_to_string(&original).map_or(true, |kept| kept != text);
            if is_new || !self.dir.join(name).is_file() {
                write(&self.dir.join(name), &text)?;
                write(&original, &text)?;
            }
        }
        Ok(())
    }
}
