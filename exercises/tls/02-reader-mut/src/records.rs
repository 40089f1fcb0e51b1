//! An iterator over the records in a buffer: step 2.

use crate::ReaderMut;

/// The length of a record's header in bytes (RFC 8446, section 5.1).
pub const HEADER_LENGTH: usize = 5;

/// Hands out the complete records at the front of a buffer, header included, as
/// exclusive slices that live as long as the buffer.
///
/// It stops before a record that is not there in full and leaves it unread.
#[derive(Debug)]
pub struct Records<'a> {
    reader: ReaderMut<'a>,
}

impl<'a> Records<'a> {
    /// The records at the front of `buffer`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self {
            reader: ReaderMut::new(buffer),
        }
    }

    /// How many bytes belong to no complete record yet.
    pub fn left(&self) -> usize {
        self.reader.left()
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = &'a mut [u8];

    fn next(&mut self) -> Option<Self::Item> {
        todo!("step 2: the next record, if all of it is there")
    }
}
