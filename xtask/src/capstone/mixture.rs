//! A workspace in which every layer is built from whichever sources it is given.
//!
//! Each package is a small manifest that points to sources elsewhere. All of them
//! are there, as a layer that is swapped alone would depend on the other layers'
//! old packages, and two packages of one layer have two sets of types.

use std::path::{Path, PathBuf};

use crate::cargo::build::{self, Request};
use crate::error::Error;
use crate::hash::slashes;
use crate::scratch::{copy_pins, read_toml, table, write};

use super::layer::Layer;
use super::{CORE, RUNNER};

/// Layers, and where to build them with the core.
#[derive(Debug)]
pub struct Mixture<'a> {
    /// The workshop.
    pub root: &'a Path,
    /// The folder of the manifests.
    pub dir: PathBuf,
    /// Where cargo builds.
    pub target_dir: PathBuf,
    /// The layers, lowest first.
    pub layers: &'a [Layer<'a>],
}

/// What came of it.
#[derive(Debug)]
pub enum Built {
    /// The program that makes the checks.
    Program(PathBuf),
    /// The compiler refuses it.
    DoesNotCompile {
        /// Where the first error is.
        package: String,
        /// The first error, as rustc renders it.
        rendered: String,
    },
}

/// A package of the mixture.
struct Member {
    name: String,
    /// Where its manifest is written, below the mixture's folder. Cargo tells packages
    /// apart by that path alone, whatever is above it; so each mixture has other ones,
    /// and what was built of one is still there when it is its turn again.
    folder: String,
    /// Its folder in the workshop, to which others refer by path.
    home: PathBuf,
    /// The folder with its manifest.
    package: PathBuf,
    /// The folder with its sources.
    source: PathBuf,
}

impl Mixture<'_> {
    /// Writes the manifests and builds.
    pub fn build(&self, progress: bool) -> Result<Built, Error> {
        let members = self.members()?;
        self.lay_out(&members)?;
        let dirs: Vec<(String, PathBuf)> = members
            .iter()
            .map(|member| (member.name.clone(), self.dir.join(&member.folder)))
            .collect();
        let runner = &dirs.last().expect("the program is a member").0;
        let built = build::build(&Request {
            root: &self.dir,
            target_dir: &self.target_dir,
            packages: dirs
                .iter()
                .map(|(name, dir)| (name.as_str(), dir.as_path()))
                .collect(),
            targets: vec!["--bin".to_owned(), runner.clone()],
            offline: true,
            progress,
        })?;
        for ((name, _), package) in dirs.iter().zip(&built.packages) {
            let errors = package.errors.iter().flat_map(|target| &target.errors);
            if let Some(error) = errors.into_iter().next() {
                return Ok(Built::DoesNotCompile {
                    package: name.clone(),
                    rendered: error.plain().trim_end().to_owned(),
                });
            }
        }
        let program = built.packages.last().and_then(|package| {
            let artifact = package.library.as_ref()?;
            artifact.executable.clone()
        });
        program
            .map(Built::Program)
            .ok_or_else(|| Error::broken(format!("cargo has built no program of {RUNNER}")))
    }

    fn members(&self) -> Result<Vec<Member>, Error> {
        let label = self.dir.file_name().unwrap_or_default().to_string_lossy();
        let folder = |name: &str| format!("{label}-{name}");
        let mut members: Vec<Member> = self
            .layers
            .iter()
            .map(|layer| Member {
                name: layer.name.clone(),
                folder: folder(&layer.name),
                home: layer.exercise.solution.clone(),
                package: layer.package.clone(),
                source: layer.source.clone(),
            })
            .collect();
        for path in [CORE, RUNNER] {
            let dir = self.root.join(path);
            let mut manifest = read_toml(&dir.join("Cargo.toml"))?;
            let name = table(&mut manifest, "package")
                .and_then(|package| Some(package.get("name")?.as_str()?.to_owned()));
            let name = name.ok_or_else(|| {
                Error::broken(format!("{path}/Cargo.toml does not name its package"))
            })?;
            members.push(Member {
                folder: folder(&name),
                name,
                home: dir.clone(),
                source: dir.join("src"),
                package: dir,
            });
        }
        Ok(members)
    }

    fn lay_out(&self, members: &[Member]) -> Result<(), Error> {
        let mut manifest = read_toml(&self.root.join("Cargo.toml"))?;
        let mut workspace = table(&mut manifest, "workspace")
            .cloned()
            .unwrap_or_default();
        let folders: Vec<toml::Value> = members
            .iter()
            .map(|member| member.folder.as_str().into())
            .collect();
        workspace.insert("members".into(), folders.into());
        workspace.remove("default-members");
        if let Some(dependencies) = table(&mut workspace, "dependencies") {
            reroot(dependencies, self.root, members, "");
        }
        // Nobody debugs these; without the tables they are built faster.
        let mut profile = toml::Table::new();
        profile.insert("debug".into(), false.into());
        let mut profiles = toml::Table::new();
        profiles.insert("dev".into(), profile.into());
        let mut root = toml::Table::new();
        root.insert("workspace".into(), workspace.into());
        root.insert("profile".into(), profiles.into());
        write(&self.dir.join("Cargo.toml"), &root.to_string())?;
        copy_pins(self.root, &self.dir)?;
        for member in members {
            let manifest = package(member, members)?;
            let file = self.dir.join(&member.folder).join("Cargo.toml");
            write(&file, &manifest)?;
        }
        Ok(())
    }
}

/// The manifest of a member: its own, with the sources where they are and the other
/// members beside it, and without what only tests need.
fn package(member: &Member, members: &[Member]) -> Result<String, Error> {
    let mut manifest = read_toml(&member.package.join("Cargo.toml"))?;
    for only_here in ["dev-dependencies", "test", "bench", "example"] {
        manifest.remove(only_here);
    }
    if let Some(package) = table(&mut manifest, "package") {
        package.insert("name".into(), member.name.as_str().into());
        package.remove("metadata");
        for kind in ["autobins", "autotests", "autobenches", "autoexamples"] {
            package.insert(kind.into(), false.into());
        }
    }
    if let Some(dependencies) = table(&mut manifest, "dependencies") {
        reroot(dependencies, &member.package, members, "../");
    }
    let target = |file: &str| {
        let mut target = toml::Table::new();
        target.insert("name".into(), member.name.as_str().into());
        target.insert("path".into(), slashes(&member.source.join(file)).into());
        target
    };
    if member.source.join("lib.rs").is_file() {
        let mut library = target("lib.rs");
        // Only a program may have a hyphen in its name.
        library.insert("name".into(), member.name.replace('-', "_").into());
        manifest.insert("lib".into(), library.into());
    } else {
        manifest.remove("lib");
        let program = vec![toml::Value::from(target("main.rs"))];
        manifest.insert("bin".into(), program.into());
    }
    Ok(manifest.to_string())
}

/// Lets paths to members lead to those of the mixture, and other paths where they led.
fn reroot(dependencies: &mut toml::Table, from: &Path, members: &[Member], to: &str) {
    let real = |path: &Path| path.canonicalize().ok();
    for (_, dependency) in dependencies.iter_mut() {
        let Some(path) = dependency.get_mut("path") else {
            continue;
        };
        let Some(target) = path.as_str().map(|relative| from.join(relative)) else {
            continue;
        };
        let is_it =
            |member: &&Member| real(&member.home).is_some_and(|home| real(&target) == Some(home));
        *path = match members.iter().find(is_it) {
            Some(member) => format!("{to}{}", member.folder).into(),
            None => slashes(&target).into(),
        };
    }
}
