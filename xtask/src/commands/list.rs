//! `cargo xtask list`: the exercises, and how each one stands.

use std::fmt::Write;

use serde::Serialize;

use crate::capstone;
use crate::cli::{Format, ListArgs};
use crate::error::{Error, PASSED};
use crate::progress::{Progress, State, standing};
use crate::terminal::prose::{wrap, wrap_hanging};
use crate::terminal::verdict::commands;
use crate::terminal::{CODE, GOOD, HEADING, Look, QUIET, WARN, count, paint, print, warn};
use crate::workspace::{Exercise, MAIN_TRACK, Workspace};

/// `list --format json`.
#[derive(Serialize)]
struct List<'w> {
    schema: u32,
    minutes: u32,
    exercises: Vec<Row<'w>>,
    /// What `check` calls the end of the main track, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    capstone: Option<&'static str>,
}

/// One exercise in the list.
#[derive(Serialize)]
struct Row<'w> {
    id: &'w str,
    title: &'w str,
    track: &'w str,
    path: String,
    minutes: u32,
    steps: usize,
    state: State,
    /// It has passed, and the files are the starter's again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    begun_anew: bool,
}

/// Shows them.
pub fn run(args: &ListArgs, look: Look) -> Result<u8, Error> {
    let workspace = Workspace::find()?;
    let progress = Progress::load(&workspace.root);
    let mut all = standing::all(&workspace, &progress);
    if let Some(track) = &args.track {
        refuse_unknown_track(&workspace, track)?;
        all.retain(|(exercise, _)| exercise.track == *track);
    }
    for exercise in &workspace.unreadable {
        warn(&format!(
            "{} is left out: {}",
            exercise.path, exercise.problem
        ));
    }
    let capstone = ends_in_the_capstone(&workspace, &all);
    match args.format {
        Format::Json => super::print_json(&List {
            schema: 1,
            minutes: minutes(&all),
            exercises: all
                .iter()
                .map(|(exercise, state)| row(exercise, *state))
                .collect(),
            capstone: capstone.then_some(super::capstone::ID),
        })?,
        Format::Text => {
            let mut out = text(&all, look);
            if capstone {
                out.push('\n');
                out.push_str(&commands(&[super::capstone::row("Capstone")]));
            }
            print(&out)?;
        }
    }
    Ok(PASSED)
}

/// The main track is shown, and it has an end.
fn ends_in_the_capstone(workspace: &Workspace, all: &[(&Exercise, State)]) -> bool {
    let is_main = all.iter().any(|(exercise, _)| exercise.track == MAIN_TRACK);
    is_main && capstone::is_there(workspace)
}

fn row<'w>(exercise: &'w Exercise, state: State) -> Row<'w> {
    Row {
        id: exercise.id(),
        title: &exercise.manifest.title,
        track: &exercise.track,
        path: exercise.path(),
        minutes: exercise.manifest.minutes,
        steps: exercise.manifest.steps.len(),
        state,
        begun_anew: state == State::BegunAnew,
    }
}

fn text(all: &[(&Exercise, State)], look: Look) -> String {
    let ids = all.iter().map(|(exercise, _)| exercise.id().len());
    let width = ids.max().unwrap_or(0);
    let tracks: Vec<_> = all.chunk_by(|a, b| a.0.track == b.0.track).collect();
    let mut out = String::new();
    for track in &tracks {
        if !out.is_empty() {
            out.push('\n');
        }
        let name = paint(HEADING, format!("Track {}", track[0].0.track));
        let exercises = count(track.len(), "exercise");
        let _ = writeln!(out, "{name}: {exercises}, {}\n", duration(minutes(track)));
        for (exercise, state) in *track {
            out.push_str(&line(exercise, *state, width, look));
        }
    }
    if tracks.len() > 1 {
        let _ = writeln!(out, "\nAll together: {}", duration(minutes(all)));
    }
    out
}

fn line(exercise: &Exercise, state: State, width: usize, look: Look) -> String {
    let (id, words) = (exercise.id(), state.words());
    let (title, minutes) = (&exercise.manifest.title, exercise.manifest.minutes);
    let style = match state {
        State::Solved => GOOD,
        State::Applied => CODE,
        State::ChangedSince => WARN,
        State::BegunAnew | State::NotYet => QUIET,
    };
    match look {
        Look::Plain => wrap(&format!("{id}, {words}: {title}, {minutes} minutes"), ""),
        Look::Rich => {
            let first = format!(
                "  {} {id:width$}  {minutes:>3} min  {}  ",
                paint(style, state.symbol()),
                paint(style, format!("{words:13}")),
            );
            wrap_hanging(title, &first, &" ".repeat(width + 30))
        }
    }
}

/// `45 minutes`, `5 h 15 min`
fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => count(minutes as usize, "minute"),
        (hours, 0) => count(hours as usize, "hour"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn minutes(all: &[(&Exercise, State)]) -> u32 {
    all.iter()
        .map(|(exercise, _)| exercise.manifest.minutes)
        .sum()
}

fn refuse_unknown_track(workspace: &Workspace, track: &str) -> Result<(), Error> {
    let mut tracks: Vec<&str> = workspace
        .exercises
        .iter()
        .map(|exercise| &*exercise.track)
        .collect();
    tracks.dedup();
    if tracks.contains(&track) {
        return Ok(());
    }
    Err(Error::usage(format!(
        "there is no track `{track}`; there are: {}",
        tracks.join(", ")
    )))
}
