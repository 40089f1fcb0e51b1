//! The reader over an exclusive slice: steps 1 and 2.

/// Walks over `&'a mut [u8]` and hands out exclusive pieces of it.
#[derive(Debug)]
pub struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl<'a> ReaderMut<'a> {
    /// A reader at the start of `buffer`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self { buffer, cursor: 0 }
    }

    /// The next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    ///
    /// Step 1: this promises more than it can keep. Promise less.
    pub fn take<'s>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        Some(&mut self.buffer[current..current + length])
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.buffer.len() - self.cursor
    }
}

/// Overwrites the payload of every complete application data record (type 23) with
/// zeros and leaves all other bytes as they are. Returns how many it has redacted.
///
/// A record is a five-byte header and a payload. The header is the type, two bytes
/// of version, and the payload's length in two bytes (RFC 8446, section 5.1).
///
/// Step 2: as soon as `take` promises less, this asks for too much.
pub fn redact_records(reader: &mut ReaderMut<'_>) -> usize {
    let mut redacted = 0;
    while let Some(header) = reader.take(5) {
        let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
        let Some(payload) = reader.take(length) else {
            break;
        };
        if header[0] == 23 {
            payload.fill(0);
            redacted += 1;
        }
    }
    redacted
}
