//! Layers that are built together, whoever's each of them is.
//!
//! A mixture has a small manifest for each package, which points to sources elsewhere.
//! All layers are in it, as a layer that is swapped alone would depend on the other
//! layers' old packages, and two packages of one layer have two sets of types.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::hash::slashes;
use crate::scratch::{make_paths_absolute, read_toml, table, write};

use super::layer::{Layer, package_name};
use super::{CORE, RUNNER};

/// Layers for the core to stand on.
#[derive(Debug)]
pub struct Mixture<'a> {
    /// What the names of its packages begin with. It tells them from those of another
    /// mixture, so that cargo keeps what it has built of each.
    pub label: String,
    /// The layers, lowest first.
    pub layers: Vec<Layer<'a>>,
}

/// A package of a mixture.
#[derive(Debug)]
pub struct Member {
    /// What it is called in the workshop.
    pub name: String,
    /// What it is called here; and its folder.
    pub package: String,
    /// Its folder in the workshop, to which others refer by path.
    home: PathBuf,
    /// The folder with its manifest.
    manifest: PathBuf,
    /// The folder with its sources.
    source: PathBuf,
}

impl Mixture<'_> {
    /// The layers, the core, and the program that makes the checks, which comes last.
    pub fn members(&self, root: &Path) -> Result<Vec<Member>, Error> {
        let package = |name: &str| format!("{}-{name}", self.label);
        let layers = self.layers.iter().map(|layer| Member {
            package: package(&layer.name),
            name: layer.name.clone(),
            home: layer.exercise.solution.clone(),
            manifest: layer.package.clone(),
            source: layer.source.clone(),
        });
        let mut members: Vec<Member> = layers.collect();
        for path in [CORE, RUNNER] {
            let dir = root.join(path);
            let name = package_name(&dir)?;
            members.push(Member {
                package: package(&name),
                name,
                source: dir.join("src"),
                home: dir.clone(),
                manifest: dir,
            });
        }
        Ok(members)
    }
}

/// Writes the manifests of a mixture's members below `dir`.
pub fn lay_out(members: &[Member], root: &Path, dir: &Path) -> Result<(), Error> {
    let mut workspace = read_toml(&root.join("Cargo.toml"))?;
    let shared = table(&mut workspace, "workspace")
        .and_then(|workspace| table(workspace, "dependencies"))
        .cloned()
        .unwrap_or_default();
    for member in members {
        let manifest = manifest(member, members, &shared, root)?;
        let file = dir.join(&member.package).join("Cargo.toml");
        write(&file, &manifest)?;
    }
    Ok(())
}

/// The manifest of a member: its own, with the sources where they are and the other
/// members beside it, and without what only tests need.
fn manifest(
    member: &Member,
    members: &[Member],
    shared: &toml::Table,
    root: &Path,
) -> Result<String, Error> {
    let mut manifest = read_toml(&member.manifest.join("Cargo.toml"))?;
    for only_here in ["dev-dependencies", "test", "bench", "example"] {
        manifest.remove(only_here);
    }
    if let Some(package) = table(&mut manifest, "package") {
        package.insert("name".into(), member.package.as_str().into());
        package.remove("metadata");
        for kind in ["autobins", "autotests", "autobenches", "autoexamples"] {
            package.insert(kind.into(), false.into());
        }
    }
    if let Some(dependencies) = table(&mut manifest, "dependencies") {
        make_paths_absolute(dependencies, &member.manifest);
        lead_to_members(dependencies, members, shared, root);
    }
    let target = |name: &str, file: &str| {
        let mut target = toml::Table::new();
        target.insert("name".into(), name.into());
        target.insert("path".into(), slashes(&member.source.join(file)).into());
        target
    };
    if member.source.join("lib.rs").is_file() {
        // Only a program may have a hyphen in its name.
        let library = target(&member.name.replace('-', "_"), "lib.rs");
        manifest.insert("lib".into(), library.into());
    } else {
        manifest.remove("lib");
        let program = vec![toml::Value::from(target(&member.package, "main.rs"))];
        manifest.insert("bin".into(), program.into());
    }
    Ok(manifest.to_string())
}

/// Lets dependencies on members of the mixture lead to those, under their old names.
fn lead_to_members(
    dependencies: &mut toml::Table,
    members: &[Member],
    shared: &toml::Table,
    root: &Path,
) {
    let real = |path: PathBuf| path.canonicalize().ok();
    for (name, dependency) in dependencies.iter_mut() {
        let stated = match dependency.get("workspace") {
            Some(_) => shared.get(name),
            None => Some(&*dependency),
        };
        let path = stated.and_then(|stated| stated.get("path")?.as_str());
        // A path that is absolute already stays what it is.
        let Some(target) = path.and_then(|path| real(root.join(path))) else {
            continue;
        };
        let is_it = |member: &&Member| real(member.home.clone()).as_ref() == Some(&target);
        let Some(member) = members.iter().find(is_it) else {
            continue;
        };
        if let Some(dependency) = dependency.as_table_mut() {
            dependency.remove("workspace");
            dependency.insert("path".into(), format!("../{}", member.package).into());
            dependency.insert("package".into(), member.package.as_str().into());
        }
    }
}
