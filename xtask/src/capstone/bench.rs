//! Where mixtures are built: one workspace, whose packages share what they all need.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::cargo::build::{self, Request};
use crate::error::Error;
use crate::scratch::{copy_pins, make_paths_absolute, read_toml, table, write};

use super::RUNNER;
use super::mixture::{Member, Mixture, lay_out};

/// The folder of the workspace, for one process at a time.
#[derive(Debug)]
pub struct Bench {
    root: PathBuf,
    dir: PathBuf,
    incremental: bool,
    /// Held until the end; another process waits for it.
    _lock: File,
}

/// What came of a mixture.
#[derive(Debug)]
pub enum Built {
    /// The program that makes the checks.
    Program(PathBuf),
    /// The compiler refuses it.
    DoesNotCompile {
        /// Where the first error is, by the workshop's name for it.
        package: String,
        /// The first error, as rustc renders it.
        rendered: String,
    },
}

impl Bench {
    /// Opens the folder, and waits for another process that uses it. `incremental` is
    /// for mixtures that are built again and again with little changed.
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

    /// Nothing has been built here yet, not even the cryptography.
    pub fn is_new(&self) -> bool {
        !self.target_dir().is_dir()
    }

    fn target_dir(&self) -> PathBuf {
        self.dir.join("target")
    }

    /// Builds mixtures, all in one call of cargo.
    pub fn build(&self, mixtures: &[Mixture<'_>], progress: bool) -> Result<Vec<Built>, Error> {
        let mut members = Vec::new();
        for mixture in mixtures {
            members.push(mixture.members(&self.root)?);
        }
        self.write_root(&members)?;
        for members in &members {
            lay_out(members, &self.root, &self.dir)?;
        }
        let dirs: Vec<(&str, PathBuf)> = members
            .iter()
            .flatten()
            .map(|member| (member.package.as_str(), self.dir.join(&member.package)))
            .collect();
        let programs = members.iter().filter_map(|members| members.last());
        let built = build::build(&Request {
            root: &self.dir,
            target_dir: &self.target_dir(),
            packages: dirs
                .iter()
                .map(|(name, dir)| (*name, dir.as_path()))
                .collect(),
            targets: programs
                .flat_map(|program| ["--bin".to_owned(), program.package.clone()])
                .collect(),
            offline: true,
            progress,
        })?;
        let mut packages = built.packages.as_slice();
        let mut outcomes = Vec::new();
        for members in &members {
            let (mine, others) = packages.split_at(members.len());
            outcomes.push(outcome(members, mine)?);
            packages = others;
        }
        Ok(outcomes)
    }

    fn write_root(&self, members: &[Vec<Member>]) -> Result<(), Error> {
        let mut manifest = read_toml(&self.root.join("Cargo.toml"))?;
        let mut workspace = table(&mut manifest, "workspace")
            .cloned()
            .unwrap_or_default();
        let folders: Vec<toml::Value> = members
            .iter()
            .flatten()
            .map(|member| member.package.as_str().into())
            .collect();
        workspace.insert("members".into(), folders.into());
        workspace.remove("default-members");
        if let Some(dependencies) = table(&mut workspace, "dependencies") {
            make_paths_absolute(dependencies, &self.root);
        }
        // Nobody debugs these; without the tables they are built faster.
        let mut profile = toml::Table::new();
        profile.insert("debug".into(), false.into());
        profile.insert("incremental".into(), self.incremental.into());
        let mut profiles = toml::Table::new();
        profiles.insert("dev".into(), profile.into());
        let mut root = toml::Table::new();
        root.insert("workspace".into(), workspace.into());
        root.insert("profile".into(), profiles.into());
        write(&self.dir.join("Cargo.toml"), &root.to_string())?;
        copy_pins(&self.root, &self.dir)
    }
}

/// What came of the members of one mixture, given what came of each package.
fn outcome(members: &[Member], packages: &[build::Package]) -> Result<Built, Error> {
    let mut program = None;
    for (member, package) in members.iter().zip(packages) {
        let mut errors = package.errors.iter().flat_map(|target| &target.errors);
        if let Some(error) = errors.next() {
            return Ok(Built::DoesNotCompile {
                package: member.name.clone(),
                rendered: error.plain().trim_end().to_owned(),
            });
        }
        program = package.library.as_ref();
    }
    program
        .and_then(|artifact| artifact.executable.clone())
        .map(Built::Program)
        .ok_or_else(|| Error::broken(format!("cargo has built no program of {RUNNER}")))
}
