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

use crate::suite::Suite;

/// Checks every accepted case, in a package that is written to `scratch`.
///
/// A failure is everything that the compiler has to say: a warning is as bad
/// as an error.
pub fn compile(suite: &Suite, scratch: &Path) -> Result<(), String> {
    write_manifest(suite, scratch)?;
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
fn write_manifest(suite: &Suite, scratch: &Path) -> Result<(), String> {
    let mut manifest = String::from(
        r#"[package]
name = "accepted"
edition = "2024"

[workspace]

[lints.rust]
warnings = "deny"
"#,
    );
    for case in suite.accepted() {
        let program = suite.folder.join(case.source());
        let path = program.to_str().ok_or("the suite's path is not UTF-8")?;
        manifest += &format!("\n[[bin]]\nname = {:?}\npath = {path:?}\n", case.id());
    }
    let file = scratch.join("Cargo.toml");
    // Left alone when nothing has changed, so that nothing is compiled again.
    if fs::read_to_string(&file).is_ok_and(|written| written == manifest) {
        return Ok(());
    }
    fs::create_dir_all(scratch)
        .and_then(|()| fs::write(&file, manifest))
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
