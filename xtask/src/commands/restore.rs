//! `cargo xtask restore`: bring back what was replaced.

use std::fmt::Write;
use std::time::SystemTime;

use crate::cli::RestoreArgs;
use crate::error::{Error, PASSED};
use crate::hash::{files_below, of_folder};
use crate::progress::{Progress, SavedCopy, State, replace};
use crate::terminal::verdict::commands;
use crate::terminal::{GOOD, HEADING, Look, QUIET, count, paint, print};
use crate::workspace::{Exercise, Workspace, typed};

/// Lists the copies, or brings one back; what it replaces is saved first.
pub fn run(args: &RestoreArgs, _look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let exercise = workspace.chosen(typed("restore", args.id.as_ref(), &args.more))?;
    let id = exercise.id();
    let progress = Progress::load(&workspace.root);
    let saved = progress.saved(id);
    let copies = saved.copies()?;
    if copies.is_empty() {
        print(&format!(
            "There is no saved copy of {id}: nothing of it has been replaced yet, or only\n\
             the starter, which `reset` brings back.\n\
             Copies are made by `reset`, `solution --apply` and `restore`.\n"
        ))?;
        return Ok(PASSED);
    }
    if args.list {
        print(&list(exercise, &progress, &copies)?)?;
        return Ok(PASSED);
    }
    let src = exercise.dir.join("src");
    let Some(copy) = choose(&copies, args.number, &of_folder(&src)?, id)? else {
        print(&format!(
            "{}/src/ is what was saved last: there is nothing to bring back.\n",
            exercise.path()
        ))?;
        return Ok(PASSED);
    };
    let kept = saved.keep(&src, &exercise.dir.join("starter"))?;
    replace(&src, &copy.path)?;
    let done = paint(GOOD, "Restored:");
    let rows = [
        ("Check", format!("cargo xtask check {id}"), String::new()),
        (
            "Others",
            format!("cargo xtask restore {id} --list"),
            String::new(),
        ),
    ];
    print(&format!(
        "{done} {}/src/ is saved copy {} again.\n{}\n{}",
        exercise.path(),
        copy.number,
        super::kept_words(&kept),
        commands(&rows),
    ))?;
    Ok(PASSED)
}

/// The copy with this number, or the newest one that differs from what is there now.
fn choose<'c>(
    copies: &'c [SavedCopy],
    number: Option<u32>,
    now: &str,
    id: &str,
) -> Result<Option<&'c SavedCopy>, Error> {
    if let Some(number) = number {
        let found = copies.iter().find(|copy| copy.number == number);
        let missing = || {
            let numbers: Vec<String> = copies.iter().map(|copy| copy.number.to_string()).collect();
            Error::usage(format!(
                "{id} has no saved copy {number}; there is {}\n`cargo xtask restore {id} --list` shows more.",
                numbers.join(", "),
            ))
        };
        let copy = found.ok_or_else(missing)?;
        return Ok((of_folder(&copy.path)? != now).then_some(copy));
    }
    for copy in copies.iter().rev() {
        if of_folder(&copy.path)? != now {
            return Ok(Some(copy));
        }
    }
    Ok(None)
}

fn list(exercise: &Exercise, progress: &Progress, copies: &[SavedCopy]) -> Result<String, Error> {
    let id = exercise.id();
    let now = of_folder(&exercise.dir.join("src"))?;
    let mut out = format!(
        "{}\n\n",
        paint(HEADING, format!("Saved copies of {id}, the newest first"))
    );
    for copy in copies.iter().rev() {
        let hash = of_folder(&copy.path)?;
        let files = count(files_below(&copy.path)?.len(), "file");
        let made = copy
            .made
            .map_or(String::new(), |made| format!(", {}", age(made)));
        let state = match progress.state(id, &hash) {
            State::Solved => ", solved",
            State::Applied => ", the solution",
            State::ChangedSince | State::BegunAnew | State::NotYet => "",
        };
        let here = if hash == now {
            ", what you have now"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "  {:>4}  {files}{state}{here}{}",
            copy.number,
            paint(QUIET, made),
        );
    }
    let number = format!("cargo xtask restore {id} --number N");
    out.push('\n');
    out.push_str(&commands(&[("Back", number, "brings one back".into())]));
    Ok(out)
}

/// `3 hours ago`
fn age(made: SystemTime) -> String {
    let minutes = made.elapsed().unwrap_or_default().as_secs() / 60;
    let (n, unit) = match minutes {
        0 => return "just now".to_owned(),
        1..60 => (minutes, "minute"),
        60..1440 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    format!("{} ago", count(n as usize, unit))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn an_age_is_rough() {
        let ago = |seconds| age(SystemTime::now() - Duration::from_secs(seconds));
        assert_eq!(ago(5), "just now");
        assert_eq!(ago(60), "1 minute ago");
        assert_eq!(ago(7200), "2 hours ago");
        assert_eq!(ago(200_000), "2 days ago");
    }
}
