//! The reader over an exclusive slice.

/// Walks over `&'a mut [u8]` and hands out exclusive pieces of it.
///
/// The pieces carry `'a`, the lifetime of the buffer. They do not overlap, with
/// one another or with what the reader still holds, so all of them may be alive
/// and written to at once.
#[derive(Debug, Default)]
pub struct ReaderMut<'a> {
    /// What has not been handed out yet.
    buffer: &'a mut [u8],
    /// How many bytes have been handed out from the front.
    used: usize,
}

impl<'a> ReaderMut<'a> {
    /// A reader over all of `buffer`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self { buffer, used: 0 }
    }

    /// The next `length` bytes, or `None` if there are fewer.
    ///
    /// Asking for too much changes nothing.
    // ANCHOR: take
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        // From here to the refill the field holds an empty slice. Nothing in between
        // can leave the method: the length was checked before.
        let buffer = core::mem::take(&mut self.buffer);
        let (taken, rest) = buffer.split_at_mut(length);
        self.buffer = rest;
        self.used += length;
        Some(taken)
    }
    // ANCHOR_END: take

    /// The last `length` bytes, or `None` if there are fewer.
    ///
    /// The tag of a protected record lies there. Asking for too much changes
    /// nothing, and `used` only counts what left by the front.
    // ANCHOR: take_last
    pub fn take_last(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let start = self.left().checked_sub(length)?;
        self.buffer.split_off_mut(start..)
    }
    // ANCHOR_END: take_last

    /// What has not been handed out, to look at.
    pub fn unread(&self) -> &[u8] {
        self.buffer
    }

    /// How many bytes have not been handed out.
    pub fn left(&self) -> usize {
        self.buffer.len()
    }

    /// How many bytes have been handed out from the front.
    pub fn used(&self) -> usize {
        self.used
    }
}
