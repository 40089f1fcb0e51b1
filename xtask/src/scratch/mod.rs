//! A workspace of copies, in which answers are judged that nobody has to write
//! into their own files.
//!
//! Each variant of an exercise is a package with sources of its own and the
//! exercise's tests. What has not changed is not written again, so that cargo
//! does not build it again.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use crate::cargo::environment;
use crate::error::Error;
use crate::hash;
use crate::judge::Candidate;
use crate::workspace::{Exercise, Workspace};

mod files;
mod side;

pub use files::{Files, make_paths_absolute, read_files, read_toml, table, write};
pub use side::SideWorkspace;

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

/// The workspace in which they are judged.
#[derive(Debug)]
pub struct Scratch {
    workspace: SideWorkspace,
}

impl Variant<'_> {
    /// The package's name.
    pub fn package(&self) -> String {
        format!("{}--{}", self.exercise.id(), self.name)
    }
}

impl Scratch {
    /// Opens it, and waits for another process that uses it.
    pub fn open(workspace: &Workspace) -> Result<Self, Error> {
        let dir = environment::target_dir(&workspace.root).join("workshop-verify");
        let workspace = SideWorkspace::open(&workspace.root, dir, false)?;
        Ok(Self { workspace })
    }

    /// The folder of the workspace.
    pub fn dir(&self) -> &Path {
        self.workspace.dir()
    }

    /// Where cargo builds it.
    pub fn target_dir(&self) -> PathBuf {
        self.workspace.target_dir()
    }

    /// Writes the packages of these variants, and leaves no other in the workspace.
    pub fn lay_out<'a>(&self, variants: &[Variant<'a>]) -> Result<Vec<Candidate<'a>>, Error> {
        let packages: Vec<String> = variants.iter().map(Variant::package).collect();
        self.workspace.set_members(&packages)?;
        variants
            .iter()
            .map(|variant| self.write_package(variant))
            .collect()
    }

    fn write_package<'a>(&self, variant: &Variant<'a>) -> Result<Candidate<'a>, Error> {
        let exercise = variant.exercise;
        let dir = self.dir().join(variant.package());
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
