//! `cargo xtask doctor`: is all ready, and if not, what to do about it.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Serialize;

use crate::cargo::environment;
use crate::cli::{DoctorArgs, Format};
use crate::error::{Error, NOT_YET, PASSED};
use crate::hash::files_below;
use crate::judge::edited;
use crate::process::time_limit;
use crate::progress;
use crate::terminal::findings::{Finding, Health, render};
use crate::terminal::{Look, count, print};
use crate::workspace::Workspace;

/// `doctor --format json`.
#[derive(Serialize)]
struct Report {
    schema: u32,
    ready: bool,
    findings: Vec<Finding>,
}

/// How a file comes back that came with the workshop.
const GIT: &str = "`git status` shows what has changed, `git checkout -- FILE` brings a file back.";

/// Looks at everything.
pub fn run(args: &DoctorArgs, look: Look) -> Result<u8, Error> {
    let findings = examine();
    let ready = findings
        .iter()
        .all(|finding| finding.state != Health::Problem);
    match args.format {
        Format::Json => super::print_json(&Report {
            schema: 1,
            ready,
            findings,
        })?,
        Format::Text => print(&render(&findings, ready, look))?,
    }
    Ok(if ready { PASSED } else { NOT_YET })
}

fn examine() -> Vec<Finding> {
    let workspace = match Workspace::find() {
        Ok(workspace) => workspace,
        Err(error) => return vec![Finding::problem("folder", error.to_string(), "")],
    };
    let root = &workspace.root;
    vec![
        Finding::ok("folder", "this is the workshop").at(root),
        cargo(root),
        toolchain(root),
        crates(root),
        pieces(&workspace),
        tests(&workspace),
        variables(),
        target(root),
        remembered(root),
    ]
}

/// The first line that a program writes about its version.
fn version(mut program: Command, root: &Path) -> Result<String, String> {
    match program.current_dir(root).arg("--version").output() {
        Err(error) => Err(error.to_string()),
        Ok(output) if !output.status.success() => {
            Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
        }
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            Ok(text.lines().next().unwrap_or_default().to_owned())
        }
    }
}

fn cargo(root: &Path) -> Finding {
    match version(environment::cargo(), root) {
        Ok(version) => Finding::ok("cargo", version),
        Err(why) => Finding::problem(
            "cargo",
            format!("it does not run: {why}"),
            "Install Rust from https://rustup.rs.",
        ),
    }
}

fn toolchain(root: &Path) -> Finding {
    const ABOUT: &str = "toolchain";
    let pin = fs::read_to_string(root.join("rust-toolchain.toml"))
        .ok()
        .and_then(|text| text.parse::<toml::Table>().ok())
        .and_then(|file| Some(file.get("toolchain")?.get("channel")?.as_str()?.to_owned()));
    let Some(pin) = pin else {
        return Finding::problem(ABOUT, "rust-toolchain.toml names no version", GIT);
    };
    match version(Command::new(environment::rustc()), root) {
        Err(why) => Finding::problem(
            ABOUT,
            format!("rustc does not run: {why}"),
            format!("The workshop needs Rust {pin}."),
        ),
        Ok(version) if version.split(' ').nth(1) == Some(&*pin) => Finding::ok(
            ABOUT,
            format!("rustc {pin}, as rust-toolchain.toml asks for"),
        ),
        Ok(version) => Finding::warning(
            ABOUT,
            format!(
                "{version} is in use, but the workshop is made for {pin}: errors may be worded differently"
            ),
            format!(
                "`rustup toolchain install {pin}`; and see that RUSTUP_TOOLCHAIN is not set and that no override is."
            ),
        ),
    }
}

/// Can it be built offline?
fn crates(root: &Path) -> Finding {
    const ABOUT: &str = "crates";
    // Only what this machine needs: other systems have crates of their own.
    let fetch = [
        "fetch",
        "--offline",
        "--locked",
        "--quiet",
        "--target",
        "host-tuple",
    ];
    let probe = environment::cargo().current_dir(root).args(fetch).output();
    match probe {
        Ok(output) if output.status.success() => {
            Finding::ok(ABOUT, "all are here: the workshop works offline")
        }
        Ok(output) if String::from_utf8_lossy(&output.stderr).contains("--locked") => {
            Finding::warning(
                ABOUT,
                "Cargo.lock does not fit the manifests",
                "`git checkout -- Cargo.lock`, or `cargo fetch` while you are online.",
            )
        }
        _ => Finding::warning(
            ABOUT,
            "some are not here yet",
            "Run `cargo fetch` while you are online; afterwards you can work offline.",
        ),
    }
}

/// Is every file there that an exercise cannot do without?
fn pieces(workspace: &Workspace) -> Finding {
    const ABOUT: &str = "exercises";
    if let Some(exercise) = workspace.unreadable.first() {
        let words = format!("{}/Cargo.toml: {}", exercise.path, exercise.problem);
        return Finding::problem(ABOUT, words, GIT);
    }
    let mut missing = Vec::new();
    for exercise in &workspace.exercises {
        let folder = exercise.path();
        for part in ["src", "starter", "hints"] {
            if files_below(&exercise.dir.join(part)).is_ok_and(|files| files.is_empty()) {
                missing.push(format!("{folder}/{part}"));
            }
        }
        if !exercise.dir.join(edited::FILE).is_file() {
            missing.push(format!("{folder}/{}", edited::FILE));
        }
        if files_below(&exercise.solution.join("src")).is_ok_and(|files| files.is_empty()) {
            missing.push(format!(
                "solutions/{}/{}/src",
                exercise.track, exercise.folder
            ));
        }
    }
    match &missing[..] {
        [] => Finding::ok(
            ABOUT,
            format!(
                "{}, nothing is missing",
                count(workspace.exercises.len(), "exercise")
            ),
        ),
        missing => Finding::problem(
            ABOUT,
            format!("missing: {}", missing.join(", ")),
            format!("{GIT} An empty src/ is filled by `cargo xtask reset ID`."),
        ),
    }
}

/// Are the tests those that the exercises were made with?
fn tests(workspace: &Workspace) -> Finding {
    const ABOUT: &str = "tests";
    let mut changed = Vec::new();
    for exercise in &workspace.exercises {
        match edited::edited(&exercise.dir) {
            Ok(files) => {
                let words = |file: edited::Edited| {
                    format!("{}/{} was {}", exercise.path(), file.path, file.how)
                };
                changed.extend(files.into_iter().map(words));
            }
            Err(error) => return Finding::problem(ABOUT, error.to_string(), GIT),
        }
    }
    if changed.is_empty() {
        return Finding::ok(ABOUT, "none has been edited");
    }
    let words = "no verdict counts until these are as they were";
    Finding::problem(ABOUT, format!("{words}: {}", changed.join(", ")), GIT)
}

/// Variables that would change a verdict.
fn variables() -> Finding {
    const ABOUT: &str = "environment";
    if std::env::var_os("TRYBUILD").is_some() {
        return Finding::problem(
            ABOUT,
            "TRYBUILD is set: it would overwrite the compiler's recorded answers, so nothing is judged",
            "`unset TRYBUILD`",
        );
    }
    match time_limit() {
        Ok(_) => Finding::ok(ABOUT, "no variable is in the way"),
        Err(error) => Finding::problem(ABOUT, error.to_string(), "Set it right, or unset it."),
    }
}

/// Can anything be built?
fn target(root: &Path) -> Finding {
    const ABOUT: &str = "target";
    let target = environment::target_dir(root);
    let finding = match fs::create_dir_all(&target).and_then(|()| write_to(&target)) {
        Ok(()) => Finding::ok(ABOUT, "this folder can be written to"),
        Err(error) => Finding::problem(
            ABOUT,
            format!("this folder cannot be written to ({error})"),
            "Set CARGO_TARGET_DIR to a folder that can be.",
        ),
    };
    finding.at(&target)
}

/// Tries to write to a folder, and leaves nothing behind.
fn write_to(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".doctor-{}", std::process::id()));
    let written = fs::write(&probe, "can this be written?");
    let _ = fs::remove_file(&probe);
    written
}

/// Is what was done so far remembered?
fn remembered(root: &Path) -> Finding {
    const ABOUT: &str = "progress";
    let folder = root.join(".workshop");
    // It is made by the first command that has something to remember.
    let written = write_to(if folder.is_dir() { &folder } else { root });
    if let Err(error) = written {
        return Finding::warning(
            ABOUT,
            format!(".workshop/ cannot be written to ({error}), so progress is not remembered"),
            "You can work all the same. Look at the folder's permissions, and at the room on the disk.",
        );
    }
    match progress::inspect(root) {
        Ok(true) => Finding::ok(ABOUT, ".workshop/progress.json is in order"),
        Ok(false) => Finding::ok(ABOUT, "nothing is remembered yet"),
        Err(why) => Finding::warning(
            ABOUT,
            format!(".workshop/progress.json: {why}"),
            "The next command that writes it keeps the old file aside. Files of yours are not touched.",
        ),
    }
}
