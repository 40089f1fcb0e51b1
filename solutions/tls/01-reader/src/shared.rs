//! The reader over a shared slice.

/// Walks over `&'a [u8]` and hands out pieces of it.
///
/// The pieces carry `'a`, the lifetime of the input. They may outlive the reader,
/// and any number of them may be alive at once.
///
/// A reader is a position as much as a slice, so it is `Clone`, to try something
/// and come back, but not `Copy`: an accidental copy would read the same bytes twice.
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
    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.cursor.checked_add(length)?;
        let taken = self.buffer.get(self.cursor..end)?;
        self.cursor = end;
        Some(taken)
    }

    /// All bytes that are left. Afterwards none are.
    pub fn rest(&mut self) -> &'a [u8] {
        let rest = &self.buffer[self.cursor..];
        self.cursor = self.buffer.len();
        rest
    }

    /// A reader over the next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    pub fn sub(&mut self, length: usize) -> Option<Reader<'a>> {
        self.take(length).map(Reader::new)
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
