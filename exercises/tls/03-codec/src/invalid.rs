//! Why bytes could not be decoded.

use core::fmt;

/// Bytes that are not what they should be. The name says of which value.
///
/// In TLS each of these is answered with the alert `decode_error` (RFC 8446,
/// section 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidMessage {
    /// The input ends within the value.
    MissingData(&'static str),
    /// The input goes on behind the value.
    TrailingData(&'static str),
    /// A length below the floor or above the ceiling, or a list of elements without bytes.
    IllegalLength(&'static str),
}

impl fmt::Display for InvalidMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingData(what) => write!(f, "the input ends within {what}"),
            Self::TrailingData(what) => write!(f, "the input goes on behind {what}"),
            Self::IllegalLength(what) => write!(f, "{what} has a length that is not allowed"),
        }
    }
}

impl core::error::Error for InvalidMessage {}
