//! An error that ends the program, with the exit code that tells its kind.

use std::fmt;
use std::process::ExitCode;

/// The connection failed.
const FAILED: u8 = 1;
/// The command was used in a wrong way. It is clap's number, too.
const USAGE: u8 = 2;

/// What went wrong, in words that say what to do about it.
#[derive(Debug)]
pub struct Error {
    exit: u8,
    message: String,
}

impl Error {
    /// The connection failed (exit code 1).
    pub fn failed(message: impl Into<String>) -> Self {
        Self {
            exit: FAILED,
            message: message.into(),
        }
    }

    /// The command was used in a wrong way (exit code 2).
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            exit: USAGE,
            message: message.into(),
        }
    }

    /// No connection can be made: with what the command line says (exit code 2), and then
    /// `next` is to be done about it, or by this machine (exit code 1).
    pub fn no_connection(error: &tls_core::Error, next: &str) -> Self {
        match error {
            tls_core::Error::General(what) => Self::usage(format!("{what}\n  {next}")),
            error => Self::failed(error.to_string()),
        }
    }

    /// What the program ends with.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
