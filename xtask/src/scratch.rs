//! A workspace of copies, in which answers are judged that nobody has to write
//! into their own files.
//!
//! Each variant of an exercise is a package with sources of its own and the
//! exercise's tests. What has not changed is not written again, so that cargo
//! does not build it again.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use crate::cargo::environment;
use crate::error::Error;
use crate::hash::{self, slashes};
use crate::judge::Candidate;
use crate::workspace::{Exercise, Workspace};

/// The texts below a `src/` folder, by path.
pub type Files = BTreeMap<String, String>;

/// An answer to an exercise that is to be judged.
#[derive(Debug, Clone)]
pub struct Variant<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// `starter`, `stage-2`, `wrong-leak`
    pub name: String,
    /// Its sources.
    pub files: Files,
    /// The steps that are judged.
    pub steps: RangeInclusive<usize>,
}

/// The folder with the workspace, for one process at a time.
#[derive(Debug)]
pub struct Scratch {
    root: PathBuf,
    dir: PathBuf,
    /// Held until the end; another `verify` waits for it.
    _lock: File,
}

impl Variant<'_> {
    /// The package's name.
    pub fn package(&self) -> String {
        format!("{}--{}", self.exercise.id(), self.name)
    }
}

impl Scratch {
    /// Opens the folder, and waits for another process that uses it.
    pub fn open(workspace: &Workspace) -> Result<Self, Error> {
        let dir = environment::target_dir(&workspace.root).join("workshop-verify");
        fs::create_dir_all(&dir).map_err(|error| Error::file("make", &dir, error))?;
        let file = dir.join("lock");
        let lock = File::create(&file).map_err(|error| Error::file("write", &file, error))?;
        lock.lock()
            .map_err(|error| Error::file("lock", &file, error))?;
        Ok(Self {
            root: workspace.root.clone(),
            dir,
            _lock: lock,
        })
    }

    /// The folder of the workspace.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Where cargo builds it.
    pub fn target_dir(&self) -> PathBuf {
        self.dir.join("target")
    }

    /// Writes the packages of these variants, and leaves no other in the workspace.
    pub fn lay_out<'a>(&self, variants: &[Variant<'a>]) -> Result<Vec<Candidate<'a>>, Error> {
        self.write_root(variants)?;
        variants
            .iter()
            .map(|variant| self.write_package(variant))
            .collect()
    }

    fn write_root(&self, variants: &[Variant<'_>]) -> Result<(), Error> {
        let file = self.root.join("Cargo.toml");
        let mut manifest = read_toml(&file)?;
        let mut workspace = table(&mut manifest, "workspace")
            .cloned()
            .unwrap_or_default();
        let members: Vec<toml::Value> = variants
            .iter()
            .map(|variant| variant.package().into())
            .collect();
        workspace.insert("members".into(), members.into());
        workspace.remove("default-members");
        if let Some(dependencies) = table(&mut workspace, "dependencies") {
            make_paths_absolute(dependencies, &self.root);
        }
        // Nobody debugs these; without the tables a test program is linked faster.
        let mut profile = toml::Table::new();
        profile.insert("debug".into(), false.into());
        profile.insert("incremental".into(), false.into());
        let mut profiles = toml::Table::new();
        profiles.insert("dev".into(), profile.into());
        let mut root = toml::Table::new();
        root.insert("workspace".into(), workspace.into());
        root.insert("profile".into(), profiles.into());
        write(&self.dir.join("Cargo.toml"), &root.to_string())?;

        // The versions are the workshop's own, and the compiler is, too.
        copy_pins(&self.root, &self.dir)
    }

    fn write_package<'a>(&self, variant: &Variant<'a>) -> Result<Candidate<'a>, Error> {
        let exercise = variant.exercise;
        let dir = self.dir.join(variant.package());
        let tests: Vec<usize> = variant
            .steps
            .clone()
            .filter(|step| exercise.dir.join(format!("tests/step_{step}.rs")).is_file())
            .collect();
        write(&dir.join("Cargo.toml"), &manifest(variant, &tests)?)?;
        if tests.is_empty() {
            write(&dir.join(NO_TESTS), "")?;
        }
        // Copies: a test from outside of the package would be compiled in another
        // folder, and rustc would not find the lines of the library to show them.
        for (name, text) in read_files(&exercise.dir.join("tests"))? {
            write(&dir.join("tests").join(name), &text)?;
        }
        let source = dir.join("src");
        for stale in hash::files_below(&source)? {
            if !variant.files.contains_key(&stale) {
                let file = source.join(stale);
                fs::remove_file(&file).map_err(|error| Error::file("remove", &file, error))?;
            }
        }
        for (name, text) in &variant.files {
            write(&source.join(name), text)?;
        }
        Ok(Candidate {
            exercise,
            package: variant.package(),
            dir,
            steps: variant.steps.clone(),
        })
    }
}

/// An empty test, in a package that has no other: the library is built for it.
pub const NO_TESTS: &str = "tests/none.rs";

fn manifest(variant: &Variant<'_>, tests: &[usize]) -> Result<String, Error> {
    let exercise = variant.exercise;
    let mut manifest = read_toml(&exercise.dir.join("Cargo.toml"))?;
    for kind in ["dependencies", "dev-dependencies"] {
        if let Some(dependencies) = table(&mut manifest, kind) {
            make_paths_absolute(dependencies, &exercise.dir);
        }
    }
    if let Some(package) = table(&mut manifest, "package") {
        package.insert("name".into(), variant.package().into());
        package.insert("autotests".into(), false.into());
        package.remove("metadata");
    }
    let target = |name: String, path: String| {
        let mut target = toml::Table::new();
        target.insert("name".into(), name.into());
        target.insert("path".into(), path.into());
        toml::Value::from(target)
    };
    let mut targets: Vec<toml::Value> = tests
        .iter()
        .map(|step| {
            let name = format!("step_{step}");
            let path = format!("tests/{name}.rs");
            target(name, path)
        })
        .collect();
    if targets.is_empty() {
        targets.push(target("none".into(), NO_TESTS.into()));
    }
    manifest.insert("test".into(), targets.into());
    Ok(manifest.to_string())
}

/// Copies what pins the versions and the compiler of a workspace.
///
/// Cargo edits its copy of the lock file; so what was copied is remembered.
pub fn copy_pins(from: &Path, to: &Path) -> Result<(), Error> {
    for name in ["Cargo.lock", "rust-toolchain.toml"] {
        let Ok(text) = fs::read_to_string(from.join(name)) else {
            continue;
        };
        let original = to.join(format!("{name}.original"));
        let is_new = fs::read_to_string(&original).map_or(true, |kept| kept != text);
        if is_new || !to.join(name).is_file() {
            write(&to.join(name), &text)?;
            write(&original, &text)?;
        }
    }
    Ok(())
}

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
