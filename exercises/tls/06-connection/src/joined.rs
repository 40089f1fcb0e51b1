//! Handshake messages that span records: the only bytes that are copied.

use codec::{Codec, Handshake};
use reader::Reader;
use state::Message;

use crate::Fault;

/// The longest message that is joined, its header included: 64 KiB.
///
/// A message that lies in one record is not joined, and no longer than a record.
pub const MAX_JOINED: usize = 1 << 16;

/// One message, as far as it has come.
///
/// It holds no more than that one message, and its memory grows with what has
/// arrived of it, not with what its header announces.
#[derive(Debug, Default)]
pub struct Joined {
    bytes: Vec<u8>,
}

impl Joined {
    /// No message. It allocates with the first byte.
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing of a message has come.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Takes what the message still lacks from the front of `fragment`, and returns
    /// the bytes behind it.
    ///
    /// Each byte is copied a bounded number of times, however small the fragments.
    ///
    /// # Errors
    ///
    /// [`Fault::TooLong`] as soon as the header is there and states a message of
    /// more than [`MAX_JOINED`] bytes. Nothing of its body is stored.
    pub fn push<'m>(&mut self, fragment: &'m [u8]) -> Result<&'m [u8], Fault> {
        let _ = fragment;
        todo!("step 4: take what belongs to the message, and hand the rest back")
    }

    /// The message, if all of it has come.
    pub fn message(&self) -> Option<Message<'_>> {
        let handshake = Handshake::read(&mut Reader::new(&self.bytes)).ok()?;
        Some(Message {
            typ: handshake.msg_type,
            body: handshake.body.bytes(),
        })
    }

    /// Forgets the message, and gives its memory back.
    pub fn clear(&mut self) {
        self.bytes = Vec::new();
    }
}
