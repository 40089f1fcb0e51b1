//! How things look: everything a command shows is built here as one string.
//!
//! The strings always carry colours. Whether a terminal gets to see them is
//! decided where they are printed: [`print()`] goes through `anstream`, which
//! obeys a pipe, `NO_COLOR` and `CLICOLOR_FORCE`.

use std::io::{ErrorKind, Write};

use anstyle::{AnsiColor, Style};

use crate::error::Error;

pub mod bar;
pub mod capstone;
pub mod diff;
pub mod drift;
pub mod findings;
pub mod loan;
pub mod markdown;
pub mod museum;
pub mod prose;
pub mod role;
pub mod section;
pub mod verdict;
pub mod width;

/// What a heading looks like.
pub const HEADING: Style = Style::new().bold();
/// What has been achieved.
pub const GOOD: Style = AnsiColor::Green.on_default().bold();
/// What is not right yet.
pub const BAD: Style = AnsiColor::Red.on_default().bold();
/// What deserves a look.
pub const WARN: Style = AnsiColor::Yellow.on_default().bold();
/// Code, commands and paths.
pub const CODE: Style = AnsiColor::Cyan.on_default();
/// What may be skipped.
pub const QUIET: Style = Style::new().dimmed();

/// For whom it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Colours, ticks and lines.
    Rich,
    /// Nothing but words, for a screen reader.
    Plain,
}

impl Look {
    /// Chooses between a symbol and the word that stands for it.
    pub fn pick<'t>(self, rich: &'t str, plain: &'t str) -> &'t str {
        match self {
            Look::Rich => rich,
            Look::Plain => plain,
        }
    }

    /// From the command line's `--plain`, or `WORKSHOP_PLAIN` in the environment.
    pub fn chosen(plain: bool) -> Look {
        let wished = std::env::var_os("WORKSHOP_PLAIN").is_some_and(|value| !value.is_empty());
        if plain || wished {
            Look::Plain
        } else {
            Look::Rich
        }
    }
}

/// Puts a style around a text.
pub fn paint(style: Style, text: impl std::fmt::Display) -> String {
    format!("{style}{text}{style:#}")
}

/// `1 minute`, `2 minutes`.
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

/// Writes to standard output.
///
/// A reader that has gone away (`cargo xtask list | head`) is no error; a disk that is full is
/// one.
pub fn print(text: &str) -> Result<(), Error> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::broken(format!(
            "the output cannot be written: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Writes one warning to standard error.
pub fn warn(text: &str) {
    let line = format!("{} {text}\n", paint(WARN, "warning:"));
    let _ = anstream::stderr().lock().write_all(line.as_bytes());
}
