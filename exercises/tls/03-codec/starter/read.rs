//! The trait: step 1.

use reader::Reader;

use crate::InvalidMessage;

/// A value with a fixed form on the wire.
///
/// Step 1: nothing in this trait says that a value may borrow from its input. Give
/// it the lifetime of the input.
pub trait Codec: Sized {
    /// Decodes a value from the front of `r`.
    ///
    /// # Errors
    ///
    /// If the bytes are not such a value. Where `r` then stands is not specified.
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage>;

    /// Appends the value's bytes to `bytes`.
    fn encode(&self, bytes: &mut Vec<u8>);

    /// Decodes a value that fills `bytes` to the last one.
    ///
    /// # Errors
    ///
    /// If the bytes are not such a value, or ([`InvalidMessage::TrailingData`]) go on
    /// behind it.
    fn read_bytes(bytes: &[u8]) -> Result<Self, InvalidMessage> {
        Self::read(&mut Reader::new(bytes))
    }

    /// The value's bytes on their own.
    fn get_encoding(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.encode(&mut bytes);
        bytes
    }
}
