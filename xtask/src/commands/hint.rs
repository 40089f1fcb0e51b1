//! `cargo xtask hint`: the next rung of a step's ladder.

use std::fs;

use crate::cli::HintArgs;
use crate::error::{Error, PASSED};
use crate::progress::Progress;
use crate::terminal::verdict::commands;
use crate::terminal::{HEADING, Look, count, markdown, paint, print};
use crate::workspace::{Exercise, Workspace, typed};

/// Shows it.
pub fn run(args: &HintArgs, _look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let exercise = workspace.chosen(typed("hint", args.id.as_ref(), &args.more))?;
    let mut progress = Progress::load(&workspace.root);
    let step = match args.step {
        Some(step) => super::step_of(exercise, step)?,
        None => progress
            .unsolved_step(exercise.id())
            .filter(|step| *step <= exercise.manifest.steps.len())
            .unwrap_or(1),
    };
    let ladder = ladder(exercise, step)?;
    let seen = progress.hints(exercise.id(), step).min(ladder.len());
    let title = &exercise.manifest.steps[step - 1].title;
    let heading = format!("{}, step {step}: {title}", exercise.id());
    let mut out = format!("{}\n\n", paint(HEADING, heading));
    let shown = if args.all {
        for (at, rung) in ladder.iter().enumerate() {
            out.push_str(&page(at, ladder.len(), rung));
        }
        ladder.len()
    } else {
        let next = seen.min(ladder.len() - 1);
        out.push_str(&page(next, ladder.len(), &ladder[next]));
        next + 1
    };
    out.push_str(&after(
        exercise,
        step,
        shown,
        ladder.len(),
        seen == ladder.len(),
    ));
    print(&out)?;
    if shown > seen {
        progress.record_hints(exercise.id(), step, shown);
        progress.save();
    }
    Ok(PASSED)
}

/// One hint: its heading and its text.
struct Rung {
    heading: String,
    text: String,
}

/// The hints of a step: the sections of its file.
fn ladder(exercise: &Exercise, step: usize) -> Result<Vec<Rung>, Error> {
    let file = exercise.dir.join(format!("hints/step_{step}.md"));
    let text = fs::read_to_string(&file).map_err(|error| Error::file("read", &file, error))?;
    let rungs = sections(&text);
    if rungs.is_empty() {
        return Err(Error::broken(format!(
            "{} has no `## ` section",
            file.display()
        )));
    }
    Ok(rungs)
}

fn sections(text: &str) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.trim_start().starts_with("```");
        match (line.strip_prefix("## "), rungs.last_mut()) {
            (Some(heading), _) if !fenced => {
                rungs.push(Rung {
                    heading: heading.trim().to_owned(),
                    text: String::new(),
                });
            }
            (_, Some(rung)) => {
                rung.text.push_str(line);
                rung.text.push('\n');
            }
            // What stands before the first section is not a hint.
            (_, None) => {}
        }
    }
    rungs
}

fn page(at: usize, all: usize, rung: &Rung) -> String {
    let heading = format!("## Hint {} of {all}: {}", at + 1, rung.heading);
    markdown::render(&format!("{heading}\n\n{}", rung.text.trim())) + "\n"
}

/// What is left, and how to get it.
fn after(exercise: &Exercise, step: usize, shown: usize, all: usize, again: bool) -> String {
    let id = exercise.id();
    let left = all - shown;
    if left > 0 {
        let words = format!("{} left", count(left, "hint"));
        return commands(&[(
            "Next",
            format!("cargo xtask hint {id} --step {step}"),
            words,
        )]);
    }
    let words = if again {
        "You have seen every hint of this step."
    } else {
        "That was the last hint of this step."
    };
    let rows = [
        (
            "All again",
            format!("cargo xtask hint {id} --step {step} --all"),
            String::new(),
        ),
        (
            "Solution",
            format!("cargo xtask solution {id} --peek"),
            String::new(),
        ),
    ];
    format!("{words}\n\n{}", commands(&rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ladder_is_cut_at_its_headings() {
        let text = "# Step 1\nnot a hint\n## A question\nWho?\n\n```\n## no heading\n```\n## The shape\nSo.\n";
        let rungs = sections(text);
        let headings: Vec<&str> = rungs.iter().map(|rung| &*rung.heading).collect();
        assert_eq!(headings, ["A question", "The shape"]);
        assert_eq!(rungs[0].text, "Who?\n\n```\n## no heading\n```\n");
    }
}
