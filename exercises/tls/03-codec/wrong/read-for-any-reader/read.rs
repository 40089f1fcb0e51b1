/// A value with a fixed form on the wire.
///
/// `'r` is the lifetime of the input. As it belongs to the trait and not to
/// [`read`](Self::read), an impl can equate it with a lifetime inside `Self`:
/// that is what lets a decoded value borrow from what it was decoded from.
pub trait Codec<'r>: Sized {
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
    fn read_bytes(bytes: &'r [u8]) -> Result<Self, InvalidMessage> {
        let mut r = Reader::new(bytes);
        let value = Self::read(&mut r)?;
        if r.left() > 0 {
            return Err(InvalidMessage::TrailingData("the value"));
        }
        Ok(value)
    }

    /// The value's bytes on their own.
    fn get_encoding(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.encode(&mut bytes);
        bytes
    }
}
