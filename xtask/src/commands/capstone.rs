//! `check capstone`: the TLS core on the learner's layers that pass.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::{check, print_json};
use crate::capstone::bench::Bench;
use crate::capstone::checks::{Done, Outcome};
use crate::capstone::layer::{Fails, Layer, Owner};
use crate::capstone::mixture::Mixture;
use crate::capstone::report::{Allocations, Direction, Record, Side};
use crate::capstone::{self, Broken, Run};
use crate::cargo::environment;
use crate::cli::{CheckArgs, Format};
use crate::error::{Error, NOT_YET, PASSED};
use crate::hash;
use crate::judge::Candidate;
use crate::progress::{Progress, State, standing};
use crate::terminal::{self, Look};
use crate::workspace::{Exercise, Workspace};

/// What it is called on the command line, where an exercise has its id.
pub const ID: &str = "capstone";

/// Said to somebody who would wonder why nothing happens.
const FIRST_TIME: &str = "The core is built on your layers. The first time, the cryptography is built\n\
                          as well, which may take a minute.";

/// The row that leads to it.
pub fn row(name: &'static str) -> (&'static str, String, String) {
    let command = format!("cargo xtask check {ID}");
    (name, command, "your layers under a TLS core".to_owned())
}

/// Everything that a call has found out.
#[derive(Debug)]
pub struct Capstone<'a> {
    /// Whose layers carry the core.
    pub layers: Vec<Layer<'a>>,
    /// What the checks have shown.
    pub run: Run,
    /// The layers that break the handshake.
    pub broken: Vec<Broken>,
    /// What every command calls the next exercise, if one is left.
    pub next: Option<&'a Exercise>,
}

impl Capstone<'_> {
    /// Nothing has failed.
    pub fn passed(&self) -> bool {
        self.run.failure().is_none()
    }

    /// The layers of the learner.
    pub fn yours(&self) -> impl Iterator<Item = &Layer<'_>> {
        self.layers
            .iter()
            .filter(|layer| layer.owner == Owner::Yours)
    }

    /// Whose code opens the records that arrive.
    pub fn owner(&self, name: &str) -> Owner {
        let layer = self.layers.iter().find(|layer| layer.name == name);
        layer.map_or(Owner::Solution, |layer| layer.owner)
    }
}

/// Judges the exercises, builds the mixture, makes the checks, and shows it all. The
/// command was `started` before.
pub fn run(
    workspace: &Workspace,
    args: &CheckArgs,
    look: Look,
    started: Instant,
) -> Result<u8, Error> {
    if args.step.is_some() {
        return Err(Error::usage("the capstone has no steps"));
    }
    let mut progress = Progress::load(&workspace.root);
    let (layers, mut times) = layers(workspace, &mut progress, look)?;
    let judged = Instant::now();
    let watched = look == Look::Rich;
    let home = environment::target_dir(&workspace.root).join(ID);
    let bench = Bench::open(&workspace.root, home, true)?;
    if bench.is_new() && std::io::stderr().is_terminal() {
        eprintln!("{FIRST_TIME}");
    }
    let mixture = Mixture {
        label: "mixture".to_owned(),
        layers,
    };
    let run = capstone::run(&bench, std::slice::from_ref(&mixture), watched)?.remove(0);
    let layers = mixture.layers;
    let broken = match run.failure() {
        Some(done) => capstone::blame(&bench, &layers, done, watched)?,
        None => Vec::new(),
    };
    times.push(("the core and its checks", judged.elapsed()));
    let capstone = Capstone {
        layers,
        run,
        broken,
        next: standing::next(workspace, &progress),
    };
    match args.format {
        Format::Json => print_json(&as_json(&capstone))?,
        Format::Text => terminal::print(&terminal::capstone::render(&capstone, look))?,
    }
    check::tell_time(started, &times);
    Ok(if capstone.passed() { PASSED } else { NOT_YET })
}

/// What something took, and its name.
type Times = Vec<(&'static str, Duration)>;

/// The layers: the learner's where the exercise passes, and ours elsewhere. And what it
/// took to find that out.
fn layers<'a>(
    workspace: &'a Workspace,
    progress: &mut Progress,
    look: Look,
) -> Result<(Vec<Layer<'a>>, Times), Error> {
    let mut layers = Layer::all(workspace)?;
    let mut begun = Vec::new();
    for (at, layer) in layers.iter().enumerate() {
        let dir = &layer.exercise.dir;
        // A starter cannot pass, and need not be built to find that out.
        let is_starter =
            || Ok(hash::of_folder(&dir.join("src"))? == hash::of_folder(&dir.join("starter"))?);
        if dir.join("src/lib.rs").is_file() && !is_starter()? {
            begun.push(at);
        }
    }
    let candidates: Vec<Candidate<'_>> = begun
        .iter()
        .map(|&at| Candidate::learners(layers[at].exercise))
        .collect();
    if candidates.is_empty() {
        return Ok((layers, Times::new()));
    }
    let judged = check::judge(workspace, &candidates, look)?;
    judged.remember(&candidates, progress)?;
    for (at, verdict) in begun.into_iter().zip(&judged.verdicts) {
        let layer = &mut layers[at];
        let source = hash::of_folder(&layer.exercise.dir.join("src"))?;
        layer.state = progress.state(layer.exercise.id(), &source);
        // What was applied is the solution's code, wherever it lies.
        if verdict.passed && layer.state != State::Applied {
            *layer = layer.of_the_learner();
        } else if !verdict.passed {
            let step = verdict.next_step().map(|step| Fails::Step(step.step));
            layer.fails = Some(step.unwrap_or(Fails::Changed));
        }
    }
    Ok((layers, judged.times().to_vec()))
}

/// `check capstone --format json`.
#[derive(Serialize)]
struct Verdict<'a> {
    schema: u32,
    exercise: &'static str,
    passed: bool,
    yours: usize,
    layers: Vec<LayerRow<'a>>,
    checks: Vec<CheckRow<'a>>,
    broken: &'a [Broken],
}

#[derive(Serialize)]
struct LayerRow<'a> {
    layer: &'a str,
    exercise: &'a str,
    owner: Owner,
    state: State,
    /// The step at which the learner's code fails, which was begun and does not pass.
    #[serde(skip_serializing_if = "Option::is_none")]
    fails_at: Option<usize>,
}

#[derive(Serialize)]
struct CheckRow<'a> {
    check: &'a str,
    title: &'a str,
    status: Outcome,
    message: &'a str,
    connection: Option<ConnectionRow<'a>>,
    allocations: Option<Allocations>,
}

#[derive(Serialize)]
struct ConnectionRow<'a> {
    peer: &'a str,
    side: Side,
    suite: &'a str,
    group: &'a str,
    words: &'a str,
    records: Vec<RecordRow<'a>>,
}

#[derive(Serialize)]
struct RecordRow<'a> {
    #[serde(flatten)]
    record: &'a Record,
    opened_by: Opener,
}

/// Whose code has opened a record.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Opener {
    Yours,
    Solution,
    Peer,
}

fn as_json<'a>(capstone: &'a Capstone<'_>) -> Verdict<'a> {
    let layers = capstone.layers.iter().map(|layer| LayerRow {
        layer: &layer.name,
        exercise: layer.exercise.id(),
        owner: layer.owner,
        state: layer.state,
        fails_at: match layer.fails {
            Some(Fails::Step(step)) => Some(step),
            Some(Fails::Changed) | None => None,
        },
    });
    Verdict {
        schema: 1,
        exercise: ID,
        passed: capstone.passed(),
        yours: capstone.yours().count(),
        layers: layers.collect(),
        checks: capstone
            .run
            .checks
            .iter()
            .map(|done| check_row(capstone, done))
            .collect(),
        broken: &capstone.broken,
    }
}

fn check_row<'a>(capstone: &Capstone<'_>, done: &'a Done) -> CheckRow<'a> {
    let report = done.report.as_ref();
    let connection = report.and_then(|report| report.connection.as_ref());
    let opened_by = |direction| match (direction, capstone.owner(terminal::capstone::OPENER)) {
        (Direction::Sent, _) => Opener::Peer,
        (Direction::Received, Owner::Yours) => Opener::Yours,
        (Direction::Received, Owner::Solution) => Opener::Solution,
    };
    CheckRow {
        check: done.check,
        title: done.title,
        status: done.outcome,
        message: &done.message,
        connection: connection.map(|connection| ConnectionRow {
            peer: &connection.peer,
            side: connection.side,
            suite: &connection.suite,
            group: &connection.group,
            words: &connection.words,
            records: connection
                .records
                .iter()
                .map(|record| RecordRow {
                    record,
                    opened_by: opened_by(record.direction),
                })
                .collect(),
        }),
        allocations: report.and_then(|report| report.allocations),
    }
}
