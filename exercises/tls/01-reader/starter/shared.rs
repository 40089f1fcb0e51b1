//! The reader over a shared slice: step 3.

/// Walks over `&'a [u8]` and hands out pieces of it.
///
/// Step 3: the pieces should live as long as the input, whatever becomes of the
/// reader. As it is, each of them keeps the reader borrowed.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `buffer`.
    pub fn new(buffer: &'a [u8]) -> Self {
        Self { buffer, cursor: 0 }
    }

    /// The next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    pub fn take(&mut self, length: usize) -> Option<&[u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        Some(&self.buffer[current..current + length])
    }

    /// All bytes that are left. Afterwards none are.
    pub fn rest(&mut self) -> &[u8] {
        todo!("step 3: hand out what is left, and leave nothing")
    }

    /// A reader over the next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    pub fn sub(&mut self, length: usize) -> Option<Reader<'_>> {
        let _ = length;
        todo!("step 3: a reader of its own for a part of the input")
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.buffer.len() - self.cursor
    }

    /// How many bytes have been read.
    pub fn used(&self) -> usize {
        self.cursor
    }
}
