//! An error that ends the program, with the exit code that tells its kind.

use std::fmt;
use std::path::Path;

/// Passed.
pub const PASSED: u8 = 0;
/// Not solved yet.
pub const NOT_YET: u8 = 1;
/// The command was used in a wrong way.
pub const USAGE: u8 = 2;
/// Nothing can be judged: the workshop is broken (its metadata, a dependency, a missing
/// file), or the machine lacks something (a linker, room on the disk).
pub const BROKEN: u8 = 3;

/// What went wrong, in words that say what to do about it.
#[derive(Debug)]
pub struct Error {
    exit: u8,
    message: String,
}

impl Error {
    /// The command was used in a wrong way (exit code 2).
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            exit: USAGE,
            message: message.into(),
        }
    }

    /// The workshop is broken, or the machine lacks something (exit code 3).
    pub fn broken(message: impl Into<String>) -> Self {
        Self {
            exit: BROKEN,
            message: message.into(),
        }
    }

    /// A file or folder could not be read or written (exit code 3).
    pub fn file(action: &str, path: &Path, error: impl fmt::Display) -> Self {
        Self::broken(format!("cannot {action} {}: {error}", path.display()))
    }

    /// The exit code: [`USAGE`] or [`BROKEN`].
    pub fn exit_code(&self) -> u8 {
        self.exit
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
