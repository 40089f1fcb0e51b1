//! `cargo xtask drift`: what another installed compiler says differently.

use std::fmt::Write;

use serde::Serialize;

use crate::cargo::environment;
use crate::cargo::toolchain::{self, Toolchain};
use crate::cli::{DriftArgs, Format};
use crate::error::{Error, NOT_YET, PASSED};
use crate::museum::drift::Change;
use crate::museum::recheck::{self, Other};
use crate::museum::{Fact, Museum};
use crate::terminal::{self, Look};
use crate::workspace::Workspace;

/// `drift --format json`.
#[derive(Serialize)]
struct Drift<'d> {
    schema: u32,
    pinned: &'d str,
    toolchain: &'d str,
    release: &'d str,
    cases: usize,
    changes: &'d [Change],
}

/// `drift --polonius --format json`.
#[derive(Serialize)]
struct Polonius<'d> {
    schema: u32,
    toolchain: &'d str,
    release: &'d str,
    /// How many cases are refused today.
    cases: usize,
    accepted: Vec<&'d str>,
    /// What the facts say.
    expected: Vec<&'d str>,
}

/// Compiles all cases again, and prints what has changed.
pub fn run(args: &DriftArgs, look: Look) -> Result<u8, Error> {
    super::check::refuse_trybuild()?;
    let workspace = Workspace::find()?;
    let museum = Museum::open(&workspace)?;
    let pinned = pinned(&museum)?;
    let toolchain = chosen(args, &pinned)?;
    // One toolchain does not throw away what another has compiled.
    let cache = environment::target_dir(&workspace.root)
        .join("workshop-drift")
        .join(folder_name(&toolchain));
    if args.polonius {
        return polonius(&museum, &toolchain, &cache, args.format, look);
    }
    let changes = recheck::drift(&museum, &Other::new(&museum, &toolchain, &cache)?)?;
    let cases = recheck::all(&museum).len();
    match args.format {
        Format::Json => super::print_json(&Drift {
            schema: 1,
            pinned: &pinned,
            toolchain: &toolchain.name,
            release: &toolchain.release,
            cases,
            changes: &changes,
        })?,
        Format::Text => {
            let text = terminal::drift::render(&pinned, &toolchain, cases, &changes, look);
            terminal::print(&text)?;
        }
    }
    Ok(if changes.is_empty() { PASSED } else { NOT_YET })
}

fn polonius(
    museum: &Museum,
    toolchain: &Toolchain,
    cache: &std::path::Path,
    format: Format,
    look: Look,
) -> Result<u8, Error> {
    if !toolchain.is_nightly() {
        return Err(Error::usage(format!(
            "{} is rustc {}: only a nightly takes -Zpolonius=next",
            toolchain.name, toolchain.release
        )));
    }
    let today = Other::new(museum, toolchain, cache)?;
    let next = Other::with_polonius(museum, toolchain, cache)?;
    let accepted = recheck::accepted_by_polonius(museum, &today, &next)?;
    let expected: Vec<&Fact> = museum
        .facts
        .cases()
        .filter(|case| case.polonius_accepts)
        .collect();
    let cases = museum
        .facts
        .cases()
        .filter(|case| case.is_refused())
        .count();
    let ids =
        |cases: &[&'_ Fact]| -> Vec<String> { cases.iter().map(|case| case.id.clone()).collect() };
    match format {
        Format::Json => super::print_json(&Polonius {
            schema: 1,
            toolchain: &toolchain.name,
            release: &toolchain.release,
            cases,
            accepted: accepted.iter().map(|case| &*case.id).collect(),
            expected: expected.iter().map(|case| &*case.id).collect(),
        })?,
        Format::Text => {
            let mut text = terminal::drift::polonius(toolchain, cases, &accepted, look);
            let (found, wanted) = (ids(&accepted), ids(&expected));
            let _ = match found == wanted {
                true => writeln!(text, "\nThe facts say the same."),
                false => writeln!(text, "\nThe facts name others: {}.", wanted.join(", ")),
            };
            terminal::print(&text)?;
        }
    }
    Ok(if ids(&accepted) == ids(&expected) {
        PASSED
    } else {
        NOT_YET
    })
}

/// The version that the recordings are made with.
fn pinned(museum: &Museum) -> Result<String, Error> {
    for case in museum.facts.cases() {
        if let Some(recording) = museum.recording(case)? {
            return Ok(recording.rustc);
        }
    }
    Err(Error::broken(
        "no case is recorded; `cargo xtask bless` records them",
    ))
}

/// The toolchain that was asked for, or else the one that is most worth a look.
fn chosen(args: &DriftArgs, pinned: &str) -> Result<Toolchain, Error> {
    let folder = toolchain::folder();
    if let Some(name) = &args.toolchain {
        return toolchain::named(name, folder.as_deref());
    }
    let installed = folder
        .as_deref()
        .map(toolchain::installed)
        .unwrap_or_default();
    let fits = |one: &&Toolchain| match args.polonius {
        true => one.is_nightly(),
        false => one.release != pinned,
    };
    installed.iter().find(fits).cloned().ok_or_else(|| {
        let wanted = match args.polonius {
            true => "a nightly is needed, and none is installed".to_owned(),
            false => format!("no compiler but {pinned} is installed to compare with"),
        };
        let there = toolchain::names(&installed);
        Error::usage(format!(
            "{wanted}. {there}\n\
             This command installs nothing; `rustup toolchain install nightly` would. \
             `--toolchain` also takes the path of a rustc."
        ))
    })
}

/// A name of one's own for the folder of what a toolchain has compiled.
fn folder_name(toolchain: &Toolchain) -> String {
    let is_good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let name = toolchain.name.chars();
    let name: String = name.map(|c| if is_good(c) { c } else { '_' }).collect();
    format!("{}-{name}", toolchain.release)
}
