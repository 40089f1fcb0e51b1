//! `bless`: records the compiler's errors and the checksums anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::check::refuse_trybuild;
use crate::cli::BlessArgs;
use crate::error::{Error, NOT_YET, PASSED};
use crate::hash;
use crate::judge::{edited, recorded};
use crate::recording::Recording;
use crate::scratch::{Scratch, write};
use crate::terminal::{self, BAD, Look};
use crate::verify::{self, cases, stages, variants};
use crate::workspace::{Exercise, Workspace, typed};

/// Records, and prints what has changed.
pub fn run(args: &BlessArgs, look: Look) -> Result<u8, Error> {
    refuse_trybuild()?;
    let workspace = Workspace::find()?;
    let scratch = Scratch::open(&workspace)?;
    let exercises: Vec<&Exercise> = match args.id.as_ref() {
        Some(id) => vec![workspace.chosen(typed("bless", Some(id), &args.more))?],
        None => {
            workspace.refuse_unreadable()?;
            workspace.exercises.iter().collect()
        }
    };
    let mut changes = Changes {
        root: &workspace.root,
        look,
        out: String::new(),
        problems: 0,
    };
    bless_exercises(&workspace, &exercises, &scratch, &mut changes)?;
    let suite = workspace.root.join("compile-fail");
    if args.id.is_none() && suite.is_dir() {
        bless_cases(&suite, &scratch, &mut changes)?;
    }
    if changes.out.is_empty() {
        changes.out.push_str("Nothing has changed.\n");
    }
    terminal::print(&changes.out)?;
    Ok(if changes.problems == 0 {
        PASSED
    } else {
        NOT_YET
    })
}

/// What has changed on disk, for people.
struct Changes<'a> {
    root: &'a Path,
    look: Look,
    out: String,
    problems: usize,
}

impl Changes<'_> {
    /// Writes a file, unless it has this text already. `difference` shows two versions
    /// in a way that can be compared.
    fn write(
        &mut self,
        file: &Path,
        text: &str,
        difference: impl Fn(&str) -> String,
    ) -> Result<(), Error> {
        let old = fs::read_to_string(file)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        if old == text {
            return Ok(());
        }
        if old.is_empty() {
            self.line(file, "written");
        } else {
            self.line(file, "changed");
            let (old, new) = (difference(&old), difference(text));
            self.out += &terminal::diff::render(&old, &new, "recorded", "now", self.look);
        }
        write(file, text)
    }

    fn remove(&mut self, file: &Path) -> Result<(), Error> {
        self.line(file, "removed");
        fs::remove_file(file).map_err(|error| Error::file("remove", file, error))
    }

    fn line(&mut self, file: &Path, how: &str) {
        let file = hash::slashes(file.strip_prefix(self.root).unwrap_or(file));
        let _ = writeln!(self.out, "{how}: {file}");
    }

    fn problem(&mut self, what: &str) {
        self.problems += 1;
        let _ = writeln!(self.out, "{} {what}", terminal::paint(BAD, "not recorded:"));
    }

    /// Refuses to keep what would be different on another machine.
    fn record(&mut self, file: &Path, recording: &Recording) -> Result<(), Error> {
        let text = serde_json::to_string_pretty(recording)
            .map_err(|error| Error::file("write", file, error))?;
        if text.contains(&*hash::slashes(self.root)) || text.contains(".long-type-") {
            let file = hash::slashes(file.strip_prefix(self.root).unwrap_or(file));
            self.problem(&format!("{file} would name a path of this machine"));
            return Ok(());
        }
        self.write(file, &(text + "\n"), rendered)
    }
}

/// What a recording's errors look like; all else in it follows from that.
fn rendered(json: &str) -> String {
    let Ok(recording) = serde_json::from_str::<Recording>(json) else {
        return json.to_owned();
    };
    let errors = recording.errors.iter().map(|error| &*error.rendered);
    let text = errors.collect::<Vec<_>>().concat();
    anstream::adapter::strip_str(&text).to_string()
}

fn bless_exercises(
    workspace: &Workspace,
    exercises: &[&Exercise],
    scratch: &Scratch,
    changes: &mut Changes<'_>,
) -> Result<(), Error> {
    let (mut all, mut findings) = (Vec::new(), Vec::new());
    for &exercise in exercises {
        variants::stages(exercise, &mut all, &mut findings)?;
    }
    for finding in findings {
        changes.problem(&format!("{}: {}", finding.file, finding.what));
    }
    let sitting = verify::judge(workspace, scratch, &all)?;
    for &exercise in exercises {
        for (at, step) in exercise.manifest.steps.iter().enumerate() {
            let number = at + 1;
            let name = variants::stage_name(number);
            let is_it = |variant: &crate::scratch::Variant<'_>| {
                variant.exercise.id() == exercise.id() && variant.name == name
            };
            let file = recorded::file(&exercise.dir, number);
            let Some(index) = all.iter().position(is_it) else {
                continue;
            };
            let (variant, judged) = (&all[index], &sitting.judged[index]);
            let now = stages::recording(variant, judged, number, &sitting.rustc, scratch);
            if step.fails.error.is_some() && now.errors.is_empty() {
                let id = exercise.id();
                changes.problem(&format!(
                    "{id}, {name}: step {number} has no error to record"
                ));
            } else if step.fails.error.is_some() {
                changes.record(&file, &now)?;
            } else if file.is_file() {
                changes.remove(&file)?;
            }
        }
        // The checksums come last, over the files as they are from now on.
        let checks = exercise.dir.join(edited::FILE);
        changes.write(&checks, &edited::current(&exercise.dir)?, str::to_owned)?;
    }
    Ok(())
}

fn bless_cases(suite: &Path, scratch: &Scratch, changes: &mut Changes<'_>) -> Result<(), Error> {
    let mut kept = BTreeSet::new();
    for case in cases::record(suite, scratch)? {
        if case.now.errors.is_empty() {
            changes.problem(&format!("compile-fail/{} is not refused", case.program));
            continue;
        }
        changes.record(&suite.join(&case.file), &case.now)?;
        kept.insert(case.file);
    }
    for file in hash::files_below(&suite.join("recorded"))? {
        if !kept.contains(&format!("recorded/{file}")) {
            changes.remove(&suite.join("recorded").join(file))?;
        }
    }
    Ok(())
}
