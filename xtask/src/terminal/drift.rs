//! What another compiler says differently, for people.

use std::fmt::Write;

use anstyle::Style;

use super::prose::{wrap, wrap_hanging};
use super::verdict::commands;
use super::{BAD, CODE, GOOD, HEADING, Look, QUIET, WARN, count, paint};
use crate::cargo::toolchain::Toolchain;
use crate::museum::drift::{Change, Severity};
use crate::museum::{Fact, codes};

/// How many lines of one side of a change are shown. JSON has them all.
const LINES: usize = 6;

/// All changes, by severity.
pub fn render(
    pinned: &str,
    toolchain: &Toolchain,
    cases: usize,
    changes: &[Change],
    look: Look,
) -> String {
    let mut out = heading(pinned, toolchain, look);
    // A case that the editions answer differently has two.
    let all = count(cases, "answer");
    if changes.is_empty() {
        let _ = writeln!(out, "{} in all of {all}.", paint(GOOD, "No change"));
        return out;
    }
    let same = cases.saturating_sub(changes.len());
    let _ = writeln!(
        out,
        "{all}: {same} are as before, {} changed.\n",
        changes.len()
    );
    for severity in Severity::ALL {
        let number = of(changes, severity).count();
        let words = severity.words();
        let word = severity.word();
        match look {
            Look::Rich => {
                let number = paint(style(severity, number), format!("{number:>4}"));
                let _ = writeln!(out, "  {word:8}{number}  {}", paint(QUIET, words));
            }
            Look::Plain => {
                let _ = writeln!(out, "{word}: {number}, {words}");
            }
        }
    }
    for severity in Severity::ALL {
        if of(changes, severity).next().is_none() {
            continue;
        }
        let heading = format!("Severity {}", severity.word());
        let _ = writeln!(out, "\n{}", paint(HEADING, heading));
        for change in of(changes, severity) {
            let _ = writeln!(out, "\n  {}", paint(CODE, &change.case));
            sides(&mut out, change, look);
        }
    }
    out
}

fn of(changes: &[Change], severity: Severity) -> impl Iterator<Item = &Change> {
    let is = move |change: &&Change| change.severity == severity;
    changes.iter().filter(is)
}

fn style(severity: Severity, number: usize) -> Style {
    match severity {
        _ if number == 0 => QUIET,
        Severity::Outcome | Severity::Code => BAD,
        Severity::Line | Severity::Label => WARN,
        Severity::Wording => HEADING,
    }
}

/// `1.95.0 and 1.97.0-nightly (nightly-x86_64-…)`
fn heading(pinned: &str, toolchain: &Toolchain, look: Look) -> String {
    let arrow = look.pick("→", "to");
    let words = format!("rustc {pinned} {arrow} {}", toolchain.release);
    format!(
        "{}  {}\n\n",
        paint(HEADING, words),
        paint(QUIET, &toolchain.name)
    )
}

/// What only one of the compilers says, and below it what both say.
fn sides(out: &mut String, change: &Change, look: Look) {
    let mut now = change.now.clone();
    let (both, was): (Vec<_>, Vec<_>) = change.was.iter().cloned().partition(|line| {
        let same = now.iter().position(|other| other == line);
        same.map(|at| now.remove(at)).is_some()
    });
    side(out, BAD, look.pick("-", "was"), &was);
    side(out, GOOD, look.pick("+", "now"), &now);
    side(out, QUIET, look.pick(" ", "both"), &both);
}

fn side(out: &mut String, style: Style, mark: &str, lines: &[String]) {
    for line in lines.iter().take(LINES) {
        let _ = writeln!(out, "    {} {line}", paint(style, mark));
    }
    if lines.len() > LINES {
        let more = count(lines.len() - LINES, "more line");
        let _ = writeln!(out, "    {}", paint(QUIET, format!("{mark} and {more}")));
    }
}

/// The refused cases that the next borrow checker accepts.
pub fn polonius(toolchain: &Toolchain, cases: usize, accepted: &[&Fact], look: Look) -> String {
    let mut out = format!(
        "{}  {}\n\n",
        paint(
            HEADING,
            format!("-Zpolonius=next, rustc {}", toolchain.release)
        ),
        paint(QUIET, &toolchain.name)
    );
    let words = format!(
        "Of {} that are refused today, {} with the next borrow checker{}",
        count(cases, "case"),
        match accepted.len() {
            0 => "none is accepted".to_owned(),
            1 => "one is accepted".to_owned(),
            number => format!("{number} are accepted"),
        },
        if accepted.is_empty() { "." } else { ":" }
    );
    out += &wrap(&words, "");
    for case in accepted {
        let by = codes(case).join(", ");
        let first = match look {
            Look::Rich => format!("  {}  ", paint(CODE, &case.id)),
            Look::Plain => format!("  {}, ", case.id),
        };
        let _ = writeln!(out, "\n{first}{by}");
        out += &wrap_hanging(&case.claim, "    ", "    ");
    }
    let mut concepts: Vec<&str> = accepted.iter().map(|case| &*case.concept).collect();
    concepts.dedup();
    let rows = concepts.into_iter().map(|concept| {
        let why = format!("cargo xtask errors {concept}");
        ("Why", why, String::new())
    });
    out.push('\n');
    out += &commands(&rows.collect::<Vec<_>>());
    out
}
