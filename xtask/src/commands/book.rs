//! `cargo xtask book`: the book, made by a crate of its own.
//!
//! That crate is heavy, and `check` should not have to wait for it: it is built
//! only when somebody asks for the book.

use std::process::Command;

use crate::cli::{BookAction, BookArgs};
use crate::error::Error;
use crate::workspace::Workspace;

/// Runs the book's own program.
pub fn run(args: &BookArgs) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let action = match args.action {
        BookAction::Build => "build",
        BookAction::Test => "test",
    };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(&workspace.root)
        .args(["run", "--quiet", "--package", "workshop-book", "--", action])
        .status()
        .map_err(|error| Error::broken(format!("cargo cannot be started: {error}")))?;
    match status.code() {
        // Its exit codes are ours, and it has said why itself.
        Some(code @ 0..=3) => Ok(code as u8),
        _ => Err(Error::broken("the book's program could not be run")),
    }
}
