//! Layer 4: records that lie in the receive buffer, and one discard behind them.
//!
//! [`MessageDeframer`] owns the bytes that have arrived. [`borrow`] lends them out
//! for one round of work: every [`pop`] hands out a record that lies in the
//! buffer, any number of them may be alive, and nothing is moved meanwhile. When
//! the last of them is no longer used, one [`discard`] removes them all.
//!
//! The compiler sees to the order: a record that is still used keeps the buffer
//! borrowed, and [`discard`] needs it back. What the compiler does not see, a
//! forgotten discard or one with another deframer's count, stops with a panic
//! instead of handing out the same record twice.
//!
//! ```
//! use deframer::{MessageDeframer, Plaintext};
//!
//! // A whole record, and the first three bytes of another.
//! let mut wire: &[u8] = &[22, 3, 3, 0, 1, 42, 22, 3, 3];
//! let mut deframer = MessageDeframer::new();
//! deframer.read_tls(&mut wire)?;
//!
//! let mut borrowed = deframer.borrow();
//! let record = borrowed.pop(&mut Plaintext)?.expect("one record is there");
//! assert!(borrowed.pop(&mut Plaintext)?.is_none());
//! assert_eq!(record.payload, [42]);
//!
//! let consumed = borrowed.done();
//! deframer.discard(consumed);
//! assert_eq!(deframer.unread(), [22, 3, 3]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`borrow`]: MessageDeframer::borrow
//! [`pop`]: BorrowedMessageDeframer::pop
//! [`discard`]: MessageDeframer::discard
#![warn(missing_docs, elided_lifetimes_in_paths)]

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

    // ANCHOR: borrow
    /// Lends the unread bytes out, to pop records from.
    ///
    /// # Panics
    ///
    /// If records were popped and not discarded: they would be handed out again.
    pub fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        assert_eq!(
            self.popped, 0,
            "records were popped from this deframer and not discarded"
        );
        BorrowedMessageDeframer {
            reader: ReaderMut::new(&mut self.bytes[self.start..self.end]),
            popped: Some(&mut self.popped),
        }
    }
    // ANCHOR_END: borrow

    // ANCHOR: discard
    /// Removes the records that have been popped, all at once.
    ///
    /// No byte is moved: the deframer only notes that it starts later.
    ///
    /// # Panics
    ///
    /// If `consumed` is not what was popped from this deframer. Nothing has been
    /// removed then.
    pub fn discard(&mut self, consumed: Consumed) {
        assert_eq!(
            consumed.0, self.popped,
            "this is not what was popped from this deframer"
        );
        self.popped = 0;
        self.start += consumed.0;
        if self.start == self.end {
            self.start = 0;
            self.end = 0;
        }
    }
    // ANCHOR_END: discard

    // ANCHOR: make_room
    /// Makes sure that at least one more byte fits behind `end`.
    ///
    /// Bytes are only moved when at least as many have been discarded since the
    /// last time, so over a connection's life the work is linear.
    fn make_room(&mut self) -> io::Result<()> {
        if self.end < self.bytes.len() {
            return Ok(());
        }
        let unread = self.end - self.start;
        if self.start > 0 && self.start >= unread {
            self.bytes.copy_within(self.start..self.end, 0);
            self.start = 0;
            self.end = unread;
        } else if self.bytes.len() < MAX_BUFFER {
            let length = (2 * self.bytes.len()).clamp(MIN_BUFFER, MAX_BUFFER);
            self.bytes.resize(length, 0);
        } else {
            return Err(io::Error::new(
                io::ErrorKind::OutOfMemory,
                "the receive buffer is full of records that nobody pops",
            ));
        }
        Ok(())
    }
    // ANCHOR_END: make_room
}

/// How many bytes were popped: what [`MessageDeframer::discard`] removes, or what
/// the owner of a buffer has to remove from its front.
///
/// It is made once and used up by the discard, so it is neither `Copy` nor `Clone`.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "the records that were popped are still in the buffer"]
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
    pub fn new(bytes: &'a mut [u8]) -> Self {
        Self {
            reader: ReaderMut::new(bytes),
            popped: None,
        }
    }

    // ANCHOR: pop
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
        opener: &mut O,
    ) -> Result<Option<Record<'a>>, O::Error> {
        let Some(header) = self.reader.unread().first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let length = HEADER_LENGTH + usize::from(header.length);
        let Some(record) = self.reader.take(length) else {
            return Ok(None);
        };
        if let Some(popped) = &mut self.popped {
            **popped += length;
        }
        opener.open(header, &mut record[HEADER_LENGTH..]).map(Some)
    }
    // ANCHOR_END: pop

    /// Ends the loan and says how many bytes were popped.
    ///
    /// The records that were popped may live on.
    pub fn done(self) -> Consumed {
        Consumed(self.reader.used())
    }
}
