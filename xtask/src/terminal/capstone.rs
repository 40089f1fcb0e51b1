//! The capstone for people: whose layers, what holds, what crossed the wire.

use std::fmt::Write;

use crate::capstone::Broken;
use crate::capstone::checks::{Done, Outcome};
use crate::capstone::layer::{Fails, Layer, Owner};
use crate::capstone::report::{Allocations, Connection, Direction, Record, Side};
use crate::commands::capstone::Capstone;
use crate::progress::State;

use super::prose::{wrap, wrap_hanging};
use super::verdict::commands;
use super::{BAD, CODE, GOOD, HEADING, Look, QUIET, count, paint};

/// The layer that takes records off the wire.
pub const OPENER: &str = "deframer";

/// Where to read on when every layer is written.
const CORE_CHAPTER: &str = "book/src/core/shape.md";

/// And what to try then.
const TLS_PEER: &str = "cargo run -p tls-peer -- --help";

/// Renders everything.
pub fn render(capstone: &Capstone<'_>, look: Look) -> String {
    let mut out = format!(
        "{}  A TLS 1.3 handshake on your own layers\n\n",
        paint(HEADING, "The capstone")
    );
    let names = capstone.layers.iter().map(|layer| layer.name.len());
    let width = names.max().unwrap_or(0);
    for (at, layer) in capstone.layers.iter().enumerate() {
        out.push_str(&layer_line(at + 1, layer, width, look));
    }
    out.push('\n');
    let mut left_out = None;
    for done in &capstone.run.checks {
        // What is not there is not there for several of them.
        let again = left_out == Some(&done.message);
        if done.outcome == Outcome::Skipped && again {
            continue;
        }
        left_out = (done.outcome == Outcome::Skipped).then_some(&done.message);
        out.push_str(&check(capstone, done, look));
    }
    out.push('\n');
    out.push_str(&match capstone.passed() {
        true => carried(capstone),
        false => broken(capstone),
    });
    out
}

/// `  ✓ 2  reader-mut  yours`
fn layer_line(number: usize, layer: &Layer<'_>, width: usize, look: Look) -> String {
    let (symbol, style) = match layer.owner {
        Owner::Yours => ("✓", GOOD),
        Owner::Solution if layer.state == State::Applied => ("=", CODE),
        Owner::Solution => ("·", QUIET),
    };
    let id = layer.exercise.id();
    let words = match (layer.owner, layer.state) {
        (Owner::Yours, _) => "yours".to_owned(),
        (Owner::Solution, State::Applied) => "ours, which you have applied".to_owned(),
        (Owner::Solution, _) => {
            let why = match layer.fails {
                Some(Fails::Step(step)) => format!(" (yours fails at step {step})"),
                Some(Fails::Changed) => " (files of the workshop were changed)".to_owned(),
                None => String::new(),
            };
            format!("ours, until {id} passes{why}")
        }
    };
    let name = &layer.name;
    match look {
        Look::Plain => format!("Layer {number}, {name}: {words}\n"),
        Look::Rich => format!(
            "  {}  {name:width$}  {}\n",
            paint(style, format!("{symbol} {number}")),
            paint(style, words)
        ),
    }
}

/// One check: a line, or a whole connection.
fn check(capstone: &Capstone<'_>, done: &Done, look: Look) -> String {
    let (symbol, word, style) = match done.outcome {
        Outcome::Passed => ("✓", "passed", GOOD),
        Outcome::Failed => ("✗", "failed", BAD),
        Outcome::Skipped => ("-", "", QUIET),
        Outcome::NotReached => ("·", "not reached", QUIET),
    };
    let first = match look {
        Look::Rich => format!("  {} ", paint(style, symbol)),
        Look::Plain if done.outcome == Outcome::Skipped => "Left out: ".to_owned(),
        Look::Plain => format!("{}, {word}: ", done.title),
    };
    let rest = look.pick("    ", "");
    let report = done.report.as_ref();
    if let Some(connection) = report.and_then(|report| report.connection.as_ref()) {
        return connected(capstone, connection, &first, look);
    }
    let allocations = report.and_then(|report| report.allocations.as_ref());
    let words = match (done.outcome, allocations) {
        (_, Some(allocations)) => counts(allocations),
        (Outcome::Passed, None) => sentence(&done.message),
        (Outcome::Skipped, None) => sentence(&done.message),
        (Outcome::Failed, None) => sentence(first_line(&done.message)),
        (Outcome::NotReached, None) => "not reached.".to_owned(),
    };
    // The words about what is not there say by themselves what they are about.
    let text = match look {
        Look::Rich if done.outcome != Outcome::Skipped => format!("{}: {words}", done.title),
        _ => words,
    };
    let mut out = String::new();
    if done.outcome == Outcome::Skipped {
        out.push('\n');
    }
    out += &wrap_hanging(&text, &first, rest);
    if done.has_failed() {
        for line in done.message.lines().skip(1) {
            match line.is_empty() || line.starts_with(' ') {
                true => out += &format!("{line}\n"),
                false => out += &wrap(line, rest),
            }
        }
    }
    out
}

/// What there is to say about a check in one sentence.
fn first_line(message: &str) -> &str {
    message.lines().next().unwrap_or(message)
}

/// A message with its full stop, unless something is to follow.
fn sentence(message: &str) -> String {
    match message.ends_with(':') {
        true => message.to_owned(),
        false => format!("{message}."),
    }
}

fn counts(allocations: &Allocations) -> String {
    let Allocations {
        client,
        server,
        client_resumed,
        server_resumed,
        record_sent,
        record_received,
    } = allocations;
    let records = match record_sent + record_received {
        0 => "none for a record, sent or received".to_owned(),
        _ => format!("{record_sent} for a record that is sent, {record_received} for one received"),
    };
    format!(
        "{client} allocations for a client's handshake and {server} for a server's; \
         {client_resumed} and {server_resumed} to resume a session; {records}."
    )
}

/// A connection with somebody else's TLS, record by record.
fn connected(capstone: &Capstone<'_>, connection: &Connection, first: &str, look: Look) -> String {
    let Connection {
        peer,
        side,
        suite,
        group,
        words,
        records,
    } = connection;
    let role = match side {
        Side::Client => format!("The core as a client of {peer}"),
        Side::Server => format!("The core as a server for {peer}"),
    };
    let mut out = match look {
        Look::Rich => format!("\n{first}{}: {suite}, {group}\n\n", paint(HEADING, role)),
        Look::Plain => format!("\n{first}{suite}, {group}.\n"),
    };
    let openers: Vec<String> = records
        .iter()
        .map(|record| opener(capstone, record, peer))
        .collect();
    let width = openers.iter().map(|opener| opener.chars().count()).max();
    let width = width.unwrap_or(0).max("opened by".len());
    if look == Look::Rich {
        let heading = format!("    {:>7}  {:width$}  what it was", "bytes", "opened by");
        let _ = writeln!(out, "{}", paint(QUIET, heading));
    }
    for (record, opener) in records.iter().zip(&openers) {
        out.push_str(&record_line(record, opener, width, look));
    }
    let back: String = words.chars().rev().collect();
    let conclusion = match side {
        Side::Client => format!("“{back}” went out, and “{words}” came back."),
        Side::Server => format!("“{words}” came in, and “{back}” went back."),
    };
    out.push_str(look.pick("\n", ""));
    out.push_str(&wrap(&conclusion, look.pick("    ", "")));
    out
}

/// `    ←  530  your deframer  handshake: Certificate`
fn record_line(record: &Record, opener: &str, width: usize, look: Look) -> String {
    let mut what = record.content_type.replace('_', " ");
    if !record.protected && record.content_type != "change_cipher_spec" {
        what.push_str(" in the clear");
    }
    if !record.messages.is_empty() {
        let _ = write!(what, ": {}", record.messages.join(", "));
    }
    let length = record.length;
    let sent = record.direction == Direction::Sent;
    if look == Look::Plain {
        let direction = if sent { "Sent" } else { "Received" };
        return format!("{direction}, {length} bytes, opened by {opener}: {what}\n");
    }
    let arrow = if sent { "→" } else { "←" };
    let style = if opener.starts_with("your") {
        GOOD
    } else {
        QUIET
    };
    let pad = width - opener.chars().count();
    let first = format!(
        "    {arrow} {length:>5}  {}{:pad$}  ",
        paint(style, opener),
        ""
    );
    wrap_hanging(&what, &first, &" ".repeat(4 + 7 + 2 + width + 2))
}

/// Whose code has opened it.
fn opener(capstone: &Capstone<'_>, record: &Record, peer: &str) -> String {
    if record.direction == Direction::Sent {
        return short(peer).to_owned();
    }
    let whose = match capstone.owner(OPENER) {
        Owner::Yours => "your",
        Owner::Solution => "our",
    };
    format!("{whose} {OPENER}")
}

/// What carried the handshake, and what may still be put under it.
fn carried(capstone: &Capstone<'_>) -> String {
    let (yours, all) = (capstone.yours().count(), capstone.layers.len());
    let words = match yours {
        0 => format!(
            "the {all} layers are all ours so far. Each exercise that you solve puts one of yours \
             in its place."
        ),
        some if some < all => format!(
            "{some} of the {all} layers {} yours. {}Each exercise that you solve puts one more in \
             its place.",
            if some == 1 { "is" } else { "are" },
            opened(capstone)
        ),
        _ => format!(
            "all {all} layers are yours. It began with a `take` that would not compile. {}It was \
             lent upwards from there, and given back once.",
            opened(capstone)
        ),
    };
    let mut out = wrap_hanging(&words, &format!("{} ", paint(GOOD, "Carried:")), "");
    out.push('\n');
    out.push_str(&commands(&next(capstone)));
    out
}

/// How much the learner's deframer has opened, if it has.
fn opened(capstone: &Capstone<'_>) -> String {
    if capstone.owner(OPENER) != Owner::Yours {
        return String::new();
    }
    let reports = capstone
        .run
        .checks
        .iter()
        .filter_map(|done| done.report.as_ref());
    let connections: Vec<&Connection> = reports
        .filter_map(|report| report.connection.as_ref())
        .collect();
    let mut peers: Vec<&str> = connections.iter().map(|one| short(&one.peer)).collect();
    peers.dedup();
    let lengths: Vec<usize> = connections
        .iter()
        .flat_map(|connection| &connection.records)
        .filter(|record| record.direction == Direction::Received)
        .map(|record| record.length)
        .collect();
    let bytes: usize = lengths.iter().sum();
    format!(
        "What {} sent just now, {} with {bytes} bytes, was opened by your {OPENER} where it lay. ",
        peers.join(" and "),
        count(lengths.len(), "record"),
    )
}

/// The next exercise; or else what one may do with all the layers.
fn next(capstone: &Capstone<'_>) -> Vec<(&'static str, String, String)> {
    if let Some(open) = capstone.next {
        let check = format!("cargo xtask check {}", open.id());
        return vec![("Next", check, open.manifest.title.clone())];
    }
    let mut layers = capstone.layers.iter();
    let is_applied =
        |layer: &&Layer<'_>| layer.owner == Owner::Solution && layer.state == State::Applied;
    if let Some(applied) = layers.find(is_applied).map(|layer| layer.exercise) {
        let reset = format!("cargo xtask reset {}", applied.id());
        return vec![("Next", reset, "write it yourself, now that you can".into())];
    }
    vec![
        ("Read", CORE_CHAPTER.into(), "what stands on them".into()),
        (
            "Run",
            TLS_PEER.into(),
            "the same core, on the command line".into(),
        ),
    ]
}

/// Which layers are to blame, and what to do about them.
fn broken(capstone: &Capstone<'_>) -> String {
    let (alone, together): (Vec<&Broken>, Vec<&Broken>) =
        capstone.broken.iter().partition(|broken| broken.alone);
    let mut out = String::new();
    for broken in &alone {
        let first = format!("{} ", paint(BAD, format!("Your {}:", broken.layer)));
        let words = format!(
            "with it the handshake fails, and with ours in its place it works. What happens: {} \
             The tests of {} have not caught it, so start from the difference between ours and \
             yours.",
            sentence(first_line(&broken.message).trim_end_matches(':')),
            broken.exercise,
        );
        out.push_str(&wrap_hanging(&words, &first, ""));
    }
    if !together.is_empty() {
        let names: Vec<String> = together
            .iter()
            .map(|broken| format!("your {}", broken.layer))
            .collect();
        let first = format!("{} ", paint(BAD, "Together:"));
        let words = format!(
            "{}. Each of your layers works alone among ours, and take away one of these, and the \
             rest work, too. So one relies on something that another does not do. The tests of \
             their exercises have not caught it, so start from the difference between ours and \
             yours.",
            names.join(" and ")
        );
        out.push_str(&wrap_hanging(&words, &first, ""));
    }
    if capstone.broken.is_empty() {
        let words = match capstone.yours().count() {
            1 => {
                "When it was tried again, alone among our layers, it worked. So it depends on chance \
                 or on time, and it may be the machine's."
            }
            _ => {
                "With each of your layers alone among ours the handshake works: it is together that \
                 they break it, and taking away one of them does not help."
            }
        };
        out.push_str(&wrap(words, ""));
    }
    let mut rows: Vec<_> = capstone
        .broken
        .iter()
        .map(|broken| {
            let solution = format!("cargo xtask solution {}", broken.exercise);
            ("Compare", solution, "ours beside yours".to_owned())
        })
        .collect();
    let again = format!("cargo xtask check {}", crate::commands::capstone::ID);
    rows.push(("Again", again, String::new()));
    format!("{out}\n{}", commands(&rows))
}

/// The peer without its version.
fn short(peer: &str) -> &str {
    peer.split(' ').next().unwrap_or(peer)
}
