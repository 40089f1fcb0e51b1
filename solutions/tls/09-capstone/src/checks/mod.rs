//! What is checked, one file each.

mod allocations;
mod handshake;
mod openssl;
mod records;
mod rustls;
mod splits;

use std::error::Error;

use crate::report::{Connection, Report, Status};

/// A check, and what it has found out. An error is a failure.
type Check = fn() -> Result<Report, Box<dyn Error>>;

/// All checks, in the order in which they make sense.
const CHECKS: [(&str, Check); 7] = [
    ("handshake", handshake::check),
    ("splits", splits::check),
    ("allocations", allocations::check),
    ("rustls-server", rustls::server),
    ("rustls-client", rustls::client),
    ("openssl-server", openssl::server),
    ("openssl-client", openssl::client),
];

/// The check of that name.
pub fn find(name: &str) -> Option<Check> {
    let found = CHECKS.iter().find(|(known, _)| *known == name);
    found.map(|&(_, check)| check)
}

/// The names of all checks.
pub fn names() -> String {
    CHECKS.map(|(name, _)| name).join(", ")
}

impl Report {
    fn new(status: Status, message: impl ToString) -> Self {
        Self {
            status,
            message: message.to_string(),
            connection: None,
            allocations: None,
        }
    }

    fn passed(message: impl ToString) -> Self {
        Self::new(Status::Passed, message)
    }

    fn skipped(why: impl ToString) -> Self {
        Self::new(Status::Skipped, why)
    }

    /// What did not hold.
    pub fn failed(why: Box<dyn Error>) -> Self {
        Self::new(Status::Failed, why)
    }

    fn with_connection(self, connection: Connection) -> Self {
        Self {
            connection: Some(connection),
            ..self
        }
    }
}
