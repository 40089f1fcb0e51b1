//! What a connection asks of the context that its states share.

use core::fmt;

use deframer::{ContentType, Opener, Record};
use state::Context;

/// The context of a connection's states, asked for what concerns all of them.
pub trait Endpoint: Context<Error: From<Fault>> {
    /// Removes the protection from records.
    type Opener: Opener<Error: Into<<Self as Context>::Error>>;

    /// The opener for the records behind this one, if the keys have just changed.
    ///
    /// Asked after every message and after every [`receive`](Self::receive). What is
    /// returned must be returned only once.
    fn new_opener(&mut self) -> Option<Self::Opener>;

    /// Takes a record that is no handshake: an alert, a `change_cipher_spec`, or
    /// application data. Decides whether it may come now, and what becomes of it.
    ///
    /// # Errors
    ///
    /// If it may not, or if it is a fatal alert. The connection then stays failed.
    fn receive(&mut self, record: Record<'_>) -> Result<Received, Self::Error>;
}

/// What becomes of a record that is no handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// Nothing more.
    Done,
    /// It is application data, and goes to the application.
    Data,
    /// It is the peer's last record: whatever follows is not looked at (RFC 8446,
    /// section 6.1).
    Closed,
}

/// What is wrong with how messages lie in records. Each variant names the alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A message that spans records and would need more than [`MAX_JOINED`] bytes:
    /// `decode_error`. The number is the length that it states.
    ///
    /// [`MAX_JOINED`]: crate::MAX_JOINED
    TooLong(usize),
    /// A record of another type between two parts of a message: `unexpected_message`
    /// (RFC 8446, section 5.1).
    Interleaved(ContentType),
    /// A change of keys in the middle of a record or of a message:
    /// `unexpected_message` (RFC 8446, section 5.1).
    KeyChange,
    /// A state panicked while it handled a message, so there is none any more:
    /// `internal_error`.
    StateLost,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(length) => write!(f, "a handshake message of {length} bytes"),
            Self::Interleaved(ContentType(byte)) => {
                write!(f, "a record of type {byte} within a handshake message")
            }
            Self::KeyChange => write!(f, "a change of keys that is not at a record's end"),
            Self::StateLost => write!(f, "a state that was lost in an earlier call"),
        }
    }
}

impl core::error::Error for Fault {}
