//! Where mixtures are built: one workspace, whose packages share what they all need.

use std::path::{Path, PathBuf};

use crate::cargo::build::{self, Request};
use crate::error::Error;
use crate::scratch::SideWorkspace;

use super::RUNNER;
use super::mixture::{Member, Mixture, lay_out};

/// The workspace that they are built in.
#[derive(Debug)]
pub struct Bench {
    workspace: SideWorkspace,
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
    /// Opens it in the folder `dir`, and waits for another process that uses it.
    /// `incremental` is for mixtures that are built again and again with little changed.
    pub fn open(root: &Path, dir: PathBuf, incremental: bool) -> Result<Self, Error> {
        let workspace = SideWorkspace::open(root, dir, incremental)?;
        Ok(Self { workspace })
    }

    /// The folder of the workshop.
    pub fn root(&self) -> &Path {
        self.workspace.root()
    }

    /// Nothing has been built here yet, not even the cryptography.
    pub fn is_new(&self) -> bool {
        !self.workspace.target_dir().is_dir()
    }

    /// Builds mixtures, all in one call of cargo.
    pub fn build(&self, mixtures: &[Mixture<'_>], progress: bool) -> Result<Vec<Built>, Error> {
        let (root, home) = (self.root(), self.workspace.dir());
        let mut members = Vec::new();
        for mixture in mixtures {
            members.push(mixture.members(root)?);
        }
        let packages = members.iter().flatten();
        let packages: Vec<String> = packages.map(|member| member.package.clone()).collect();
        self.workspace.set_members(&packages)?;
        for members in &members {
            lay_out(members, root, home)?;
        }
        let dirs: Vec<(&str, PathBuf)> = members
            .iter()
            .flatten()
            .map(|member| (member.package.as_str(), home.join(&member.package)))
            .collect();
        let programs = members.iter().filter_map(|members| members.last());
        let built = build::build(&Request {
            root: home,
            target_dir: &self.workspace.target_dir(),
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
