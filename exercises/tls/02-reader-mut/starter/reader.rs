//! The reader over an exclusive slice: steps 1 and 5.

/// Walks over `&'a mut [u8]` and hands out exclusive pieces of it.
///
/// The pieces carry `'a`, the lifetime of the buffer. They do not overlap, with
/// one another or with what the reader still holds, so all of them may be alive
/// and written to at once.
///
/// Step 1: these are the fields and the `take` of exercise 1. This time the
/// promise is to be kept. The test needs `take`, `unread`, `left` and `used`; the
/// fields are your own, and may come to mean something else.
#[derive(Debug, Default)]
pub struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl<'a> ReaderMut<'a> {
    /// A reader over all of `buffer`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self { buffer, cursor: 0 }
    }

    /// The next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    pub fn take<'s>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        Some(&mut self.buffer[current..current + length])
    }

    /// The last `length` bytes, or `None` if there are fewer.
    ///
    /// The tag of a protected record lies there. Asking for too much changes
    /// nothing, and `used` only counts what left by the front.
    pub fn take_last(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let _ = length;
        todo!("step 5: hand out bytes from the end, in one call")
    }

    /// What has not been handed out, to look at.
    pub fn unread(&self) -> &[u8] {
        &self.buffer[self.cursor..]
    }

    /// How many bytes have not been handed out.
    pub fn left(&self) -> usize {
        self.buffer.len() - self.cursor
    }

    /// How many bytes have been handed out from the front.
    pub fn used(&self) -> usize {
        self.cursor
    }
}
