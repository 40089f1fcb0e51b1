//! Something in the book that is not right, and where.

use std::fmt;

/// Something that is not right, with the place to repair it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Relative to the workspace's root, with forward slashes.
    pub file: String,
    /// Counted from 1; 0 stands for the file as a whole.
    pub line: usize,
    /// What is wrong and what to do.
    pub words: String,
}

impl Problem {
    /// A problem of one line.
    pub fn at(file: &str, line: usize, words: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            line,
            words: words.into(),
        }
    }

    /// A problem of a whole file.
    pub fn in_file(file: &str, words: impl Into<String>) -> Problem {
        Problem::at(file, 0, words)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.words),
            line => write!(f, "{}:{line}: {}", self.file, self.words),
        }
    }
}
