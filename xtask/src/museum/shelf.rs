//! The cases of one harness, and a compiler for them.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::facts::{Edition, Fact, Harness};
use crate::cargo::diagnostic::Diagnostic;
use crate::cargo::environment;
use crate::cargo::message::{self, Artifact, Message};
use crate::cargo::rustc::{Compiler, Program};
use crate::error::Error;
use crate::hash::slashes;
use crate::items::place;
use crate::recording::Recording;
use crate::verify::stages::library_path;

/// The flags that trybuild gives the compiler. `--verbose` makes it name lifetimes and
/// types that it leaves out otherwise; the recordings are to say what the `.stderr`
/// files say.
const TRYBUILD_FLAGS: [&str; 4] = ["--cfg=trybuild", "--verbose", "-A", "dead_code"];

/// A compiler that stands ready in the folder of a harness.
#[derive(Debug)]
pub struct Shelf {
    suite: PathBuf,
    compiler: Compiler,
    /// What the harness gives its cases to use.
    externs: Vec<(String, PathBuf)>,
    search: Vec<PathBuf>,
}

impl Shelf {
    /// The compiler `rustc` for the cases of a harness of the suite. What it says, and
    /// the crates that it has compiled, are kept in `scratch`.
    pub fn open(
        suite: &Path,
        harness: Harness,
        rustc: &Path,
        scratch: &Path,
        flags: &[&str],
    ) -> Result<Self, Error> {
        let dir = suite.join(harness.folder());
        let mut all = TRYBUILD_FLAGS.to_vec();
        all.extend(flags);
        let edition = match harness.edition() {
            Edition::E2021 => "2021",
            Edition::E2024 => "2024",
        };
        let cache = scratch.join(match harness.folder() {
            "" => "cases",
            folder => folder,
        });
        let mut externs = Vec::new();
        let mut search = Vec::new();
        if harness == Harness::SelfReferential {
            let crates = crates(&dir, rustc, &scratch.join("crates"))?;
            search.extend(
                crates
                    .iter()
                    .filter_map(|(_, file)| Some(file.parent()?.to_owned())),
            );
            search.dedup();
            externs = crates;
        }
        Ok(Self {
            compiler: Compiler::at(rustc.to_owned(), &dir, cache)?
                .in_edition(edition)
                .with_flags(&all),
            suite: suite.to_owned(),
            externs,
            search,
        })
    }

    /// What the compiler says to a case of this harness; without an error if it
    /// accepts it.
    pub fn record(&self, case: &Fact) -> Result<Recording, Error> {
        let file = self.suite.join(case.program());
        let fate = self.compiler.compile(&Program {
            file: file.clone(),
            externs: self.externs.clone(),
            search: self.search.clone(),
        })?;
        // The compiler was called in the harness, so only its own library is elsewhere.
        let path = |file: &str| match Path::new(file).is_absolute() {
            true => library_path(Path::new(file)),
            false => slashes(Path::new(file)),
        };
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let item = |error: &Diagnostic| {
            let span = error.primary()?;
            place::item_at(&text, span.line_start, span.column_start)
        };
        let errors = fate.errors.iter();
        Ok(Recording {
            rustc: self.compiler.release().to_owned(),
            errors: errors
                .map(|error| error.record(item(error), &path))
                .collect(),
        })
    }
}

/// A dependency in the harness's `Cargo.toml`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Dependency {
    Version(String),
    Table {
        package: Option<String>,
        version: String,
    },
}

/// Compiles the dependencies of the harness in `dir`: what its cases call each of them,
/// and its metadata.
fn crates(dir: &Path, rustc: &Path, target_dir: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    #[derive(Deserialize)]
    struct Manifest {
        dependencies: std::collections::BTreeMap<String, Dependency>,
    }
    let file = dir.join("Cargo.toml");
    let text = std::fs::read_to_string(&file).map_err(|error| Error::file("read", &file, error))?;
    let manifest: Manifest =
        toml::from_str(&text).map_err(|error| Error::file("understand", &file, error))?;
    let output = environment::cargo()
        .args(["check", "--lib", "--message-format", "json", "--target-dir"])
        .arg(target_dir)
        .env("RUSTC", rustc)
        .current_dir(dir)
        .output()
        .map_err(|error| Error::broken(format!("cargo cannot be run: {error}")))?;
    if !output.status.success() {
        return Err(Error::broken(format!(
            "the crates of {} do not compile:\n{}",
            dir.display(),
            String::from_utf8_lossy(&output.stderr)
        )));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let artifacts: Vec<Artifact> = said
        .lines()
        .filter_map(|line| match message::parse(line) {
            Some(Message::CompilerArtifact(artifact)) => Some(artifact),
            _ => None,
        })
        .collect();
    let mut crates = Vec::new();
    for (name, dependency) in manifest.dependencies {
        let (package, version) = match &dependency {
            Dependency::Version(version) => (&name, version),
            Dependency::Table { package, version } => (package.as_ref().unwrap_or(&name), version),
        };
        let is = |artifact: &&Artifact| {
            let (found, at) = artifact.package().unwrap_or_default();
            found == package && generation(at) == generation(version)
        };
        let found = artifacts.iter().filter(is).find_map(Artifact::metadata);
        let found = found.cloned().ok_or_else(|| {
            Error::broken(format!("cargo has built nothing of {package} {version}"))
        })?;
        crates.push((name, found));
    }
    Ok(crates)
}

/// The part of a version that says what it is compatible with: `9` of `9.4.1`, `0.6` of
/// `0.6.6`.
fn generation(version: &str) -> &str {
    let end = |from: usize| {
        let dot = version[from..].find('.');
        dot.map_or(version.len(), |at| from + at)
    };
    match version.strip_prefix("0.") {
        Some(_) => &version[..end(2)],
        None => &version[..end(0)],
    }
}

#[cfg(test)]
mod tests {
    use super::generation;

    #[test]
    fn compatible_versions_are_of_one_generation() {
        assert_eq!(generation("9.4.1"), generation("9"));
        assert_eq!(generation("0.6.6"), generation("0.6"));
        assert_ne!(generation("0.6.6"), generation("0.5.6"));
        assert_ne!(generation("1.0"), generation("2.0"));
    }
}
