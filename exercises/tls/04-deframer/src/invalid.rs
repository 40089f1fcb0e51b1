//! What is wrong with a record.

use core::fmt;

use crate::ContentType;

/// A record that must be refused. Each variant names the alert to answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidRecord {
    /// A type that nobody knows, or that has no place here: `unexpected_message`
    /// (RFC 8446, section 5).
    UnexpectedType(ContentType),
    /// A version that does not begin with the byte 3: `protocol_version`.
    IllegalVersion(u16),
    /// A payload of more bytes than allowed: `record_overflow` (sections 5.1, 5.2).
    TooLong(u16),
    /// An empty fragment of a type that must not have one: `unexpected_message`
    /// (sections 5.1, 5.4).
    Empty(ContentType),
    /// More than 2^14 bytes of plaintext: `record_overflow` (section 5.4).
    PlaintextTooLong,
    /// An inner plaintext of nothing but zeros: `unexpected_message` (section 5.4).
    NoContentType,
    /// The protection is broken: `bad_record_mac` (section 5.2).
    NotAuthentic,
}

impl fmt::Display for InvalidRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedType(ContentType(byte)) => {
                write!(f, "a record of the unexpected type {byte}")
            }
            Self::IllegalVersion(version) => write!(f, "a record of version {version:#06x}"),
            Self::TooLong(length) => write!(f, "a record with {length} bytes of payload"),
            Self::Empty(ContentType(byte)) => write!(f, "an empty record of type {byte}"),
            Self::PlaintextTooLong => write!(f, "a record with more than 2^14 bytes of plaintext"),
            Self::NoContentType => write!(f, "a record without a content type"),
            Self::NotAuthentic => write!(f, "a record that was changed on its way"),
        }
    }
}

impl core::error::Error for InvalidRecord {}
