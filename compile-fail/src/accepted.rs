//! Compiles the accepted cases.
//!
//! trybuild's `pass` builds, links and runs its programs one after the other.
//! To know that a program compiles, checking it is enough, and one cargo
//! command checks them all, side by side.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::facts::Harness;
use crate::suite::Suite;

/// Checks every accepted case, in a package that is written to `scratch`.
///
/// A failure is everything that the compiler has to say: a warning is as bad
/// as an error.
pub fn compile(suite: &Suite, scratch: &Path) -> Result<(), String> {
    write_package(suite, scratch)?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let output = Command::new(cargo)
        .args(["check", "--bins", "--keep-going", "--offline", "--quiet"])
        .arg("--target-dir")
        .arg(scratch.join("target"))
        .current_dir(scratch)
        .output()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// One package with a binary for each case; the program stays where it is.
fn write_package(suite: &Suite, scratch: &Path) -> Result<(), String> {
    let edition = suite.harness.edition();
    let mut manifest = format!(
        r#"[package]
name = "accepted"
edition = "{edition}"

[workspace]

[lints.rust]
warnings = "deny"
"#,
    );
    if suite.harness == Harness::SelfReferential {
        manifest += &format!("\n{}", dependencies(suite)?);
        // The same crates as everywhere else, without asking the network. Cargo
        // drops from it what this package does not need.
        let lock = suite.root.join("../Cargo.lock");
        write(&scratch.join("Cargo.lock"), &read(&lock)?)?;
    }
    for case in suite.accepted() {
        let program = suite.root.join(case.program());
        let path = program.to_str().ok_or("the suite's path is not UTF-8")?;
        manifest += &binary(&case.id, path);
    }
    write(&scratch.join("Cargo.toml"), &manifest)
}

/// A binary of this name.
fn binary(name: &str, path: &str) -> String {
    let (name, path) = (toml::Value::from(name), toml::Value::from(path));
    format!("\n[[bin]]\nname = {name}\npath = {path}\n")
}

/// The `[dependencies]` of the harness: what its cases may name.
fn dependencies(suite: &Suite) -> Result<String, String> {
    let file = suite.folder().join("Cargo.toml");
    let mut manifest: toml::Table = read(&file)?
        .parse()
        .map_err(|error| format!("{}: {error}", file.display()))?;
    manifest.retain(|table, _| table == "dependencies");
    Ok(manifest.to_string())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// Writes a file, unless it has this text already: so nothing is compiled again
/// that has not changed.
fn write(file: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(file).is_ok_and(|written| written == text) {
        return Ok(());
    }
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, text))
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_may_be_any() {
        // The last one as macOS stores it: a letter, and the dots to be put on it.
        for path in ["/a b/it's", r#"C:\"new""#, "/fu\u{308}r"] {
            let table: toml::Table = binary("one", path).parse().unwrap();
            assert_eq!(table["bin"][0]["path"].as_str(), Some(path));
        }
    }
}
