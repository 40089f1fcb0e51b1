//! Exercise 4: records that lie in the buffer, and one discard behind them.
//!
//! A deframer owns the bytes that have arrived and hands out the records in them.
//! Its `pop` hands a record out and removes it in one go. That does not compile.
//!
//! `cargo xtask check exercise-4` says where you are.

mod header;
mod inner;
mod invalid;
mod open;
mod protected;

use std::io;

use reader_mut::ReaderMut;

pub use header::{ContentType, HEADER_LENGTH, MAX_CIPHERTEXT, MAX_PLAINTEXT, RecordHeader};
pub use inner::inner_plaintext;
pub use invalid::InvalidRecord;
pub use open::{Opener, Plaintext, Record};
pub use protected::{Decrypt, Protected};

/// The largest record there can be, header included.
pub const MAX_RECORD: usize = HEADER_LENGTH + MAX_CIPHERTEXT;

/// The most bytes that a [`MessageDeframer`] holds on to: two of the largest
/// records.
///
/// Then, whenever the buffer is full and no whole record is in it, at least half
/// of it has been discarded and moving the rest to the front pays off.
pub const MAX_BUFFER: usize = 2 * MAX_RECORD;

/// What the buffer starts with.
const MIN_BUFFER: usize = 4096;

/// Owns the bytes that have arrived and not been discarded.
#[derive(Debug, Default)]
pub struct MessageDeframer {
    /// Everything behind `end` is room for more.
    bytes: Vec<u8>,
    /// Everything in front of it has been discarded.
    start: usize,
    end: usize,
    /// Bytes behind `start` that have been popped and not been discarded.
    popped: usize,
}

impl MessageDeframer {
    /// A deframer that has received nothing. It allocates with the first byte.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads once from `source` and returns how many bytes came; 0 is its end.
    ///
    /// # Errors
    ///
    /// What `source` says; [`io::ErrorKind::OutOfMemory`] if the buffer is full and
    /// less than half of it has been discarded. Whoever pops all complete records
    /// before reading again never sees that.
    pub fn read_tls(&mut self, source: &mut dyn io::Read) -> io::Result<usize> {
        self.make_room()?;
        let count = source.read(&mut self.bytes[self.end..])?;
        self.end += count;
        Ok(count)
    }

    /// What has arrived and not been discarded.
    pub fn unread(&self) -> &[u8] {
        &self.bytes[self.start..self.end]
    }

    /// The next record, as it is, or `None` if it has not arrived in full.
    ///
    /// It is removed from the buffer, too: whoever calls has nothing to remember.
    ///
    /// # Errors
    ///
    /// If the header is not allowed.
    pub fn pop(&mut self) -> Result<Option<Record<'_>>, InvalidRecord> {
        let unread = self.unread();
        let Some(header) = unread.first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let length = HEADER_LENGTH + usize::from(header.length);
        let Some(payload) = unread.get(HEADER_LENGTH..length) else {
            return Ok(None);
        };
        let record = Record {
            content_type: header.content_type,
            payload,
        };
        self.discard(Consumed(length));
        Ok(Some(record))
    }

    /// Lends the unread bytes out, to pop records from.
    ///
    /// # Panics
    ///
    /// Step 4: if records were popped and not discarded. They would be handed out
    /// again.
    pub fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        todo!("step 1: lend the unread bytes")
    }

    /// Removes the records that have been popped, all at once.
    ///
    /// No byte is moved (step 5): the deframer only notes that it starts later.
    ///
    /// # Panics
    ///
    /// Step 4: if `consumed` is not what was popped from this deframer. Nothing has
    /// been removed then.
    pub fn discard(&mut self, consumed: Consumed) {
        self.start = self.end.min(self.start + consumed.0);
        self.bytes.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        self.popped = 0;
    }

    /// Makes sure that at least one more byte fits behind `end`.
    ///
    /// Step 5: the buffer never takes more than [`MAX_BUFFER`] bytes, and the room
    /// of what was discarded is used again. Bytes are only moved when at least as
    /// many have been discarded since the last time, so over a connection's life
    /// the work is linear.
    ///
    /// # Errors
    ///
    /// Step 5: [`io::ErrorKind::OutOfMemory`] if the buffer is full, cannot grow
    /// any more, and less than half of it has been discarded.
    fn make_room(&mut self) -> io::Result<()> {
        if self.end == self.bytes.len() {
            let length = (2 * self.bytes.len()).max(MIN_BUFFER);
            self.bytes.resize(length, 0);
        }
        Ok(())
    }
}

/// How many bytes were popped: what [`MessageDeframer::discard`] removes, or what
/// the owner of a buffer has to remove from its front.
///
/// Step 4: it is made once and used up by the discard. Nobody can use it twice, and
/// the compiler warns who does not use it at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consumed(usize);

impl Consumed {
    /// The number of bytes.
    pub fn bytes(&self) -> usize {
        self.0
    }
}

/// Pops records from bytes that somebody else owns.
#[derive(Debug)]
pub struct BorrowedMessageDeframer<'a> {
    /// What has not been popped.
    reader: ReaderMut<'a>,
    /// Where the lender counts what has been popped, if it does.
    popped: Option<&'a mut usize>,
}

impl<'a> BorrowedMessageDeframer<'a> {
    /// Pops from the caller's own buffer. There is no [`discard`] then: the caller
    /// removes the [`Consumed`] bytes from the front of it.
    ///
    /// [`discard`]: MessageDeframer::discard
    pub fn new(_bytes: &'a mut [u8]) -> Self {
        todo!("step 1: pop from these bytes")
    }

    /// The next record, opened where it lies, or `None` if it has not arrived in full.
    ///
    /// The record lives as long as the buffer is lent and does not keep this
    /// deframer borrowed, so any number of records may be alive.
    ///
    /// # Errors
    ///
    /// [`InvalidRecord`] if the header is not allowed; the record then stays where
    /// it is. What `opener` says otherwise; the record then counts as popped.
    pub fn pop<O: Opener + ?Sized>(
        &mut self,
        _opener: &mut O,
    ) -> Result<Option<Record<'a>>, O::Error> {
        todo!("step 1: hand out the next record")
    }

    /// Ends the loan and says how many bytes were popped.
    ///
    /// The records that were popped may live on.
    pub fn done(self) -> Consumed {
        todo!("step 1: count what was popped")
    }
}
