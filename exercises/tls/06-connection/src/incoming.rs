//! The bytes that have arrived, while they wait and while they are lent.

use core::ops::Range;
use std::io;

use codec::{Codec, Handshake};
use deframer::{BorrowedMessageDeframer, Consumed, MessageDeframer};
use reader::Reader;
use state::Message;

/// Owns the bytes that have arrived.
///
/// Application data stays in the buffer until it has been read. What was popped
/// along with it is discarded with its last byte.
#[derive(Debug, Default)]
pub(crate) struct Incoming {
    deframer: MessageDeframer,
    waiting: Option<Waiting>,
}

/// Application data that nobody has read: opened, and still where it arrived.
#[derive(Debug)]
struct Waiting {
    consumed: Consumed,
    /// Within the unread bytes.
    data: Range<usize>,
}

impl Incoming {
    /// As [`MessageDeframer::read_tls`].
    pub(crate) fn read_tls(&mut self, source: &mut dyn io::Read) -> io::Result<usize> {
        self.deframer.read_tls(source)
    }

    /// Gives the memory back, if nothing is in it.
    pub(crate) fn release(&mut self) {
        if self.deframer.unread().is_empty() {
            self.deframer = MessageDeframer::new();
        }
    }

    /// Lends out what can be worked on: nothing while application data waits.
    ///
    /// # Panics
    ///
    /// If what was lent before has not been discarded.
    pub(crate) fn lend(&mut self) -> Input<'_> {
        let start = self.deframer.unread().as_ptr().addr();
        Input::new(
            start,
            match self.waiting {
                None => self.deframer.borrow(),
                Some(_) => BorrowedMessageDeframer::new(&mut []),
            },
        )
    }

    /// Removes what was consumed, or keeps it while there is application data in it.
    pub(crate) fn discard(&mut self, done: Done) {
        let Done { consumed, data } = done;
        match data {
            Some(data) => self.waiting = Some(Waiting { consumed, data }),
            None if self.waiting.is_none() => self.deframer.discard(consumed),
            None => {}
        }
    }

    /// The application data that waits.
    pub(crate) fn received(&self) -> &[u8] {
        match &self.waiting {
            Some(waiting) => &self.deframer.unread()[waiting.data.clone()],
            None => &[],
        }
    }

    /// Removes the front of the application data that waits.
    pub(crate) fn consume(&mut self, length: usize) {
        assert!(
            length <= self.received().len(),
            "more was consumed than has been received"
        );
        if let Some(mut waiting) = self.waiting.take() {
            waiting.data.start += length;
            if waiting.data.is_empty() {
                self.deframer.discard(waiting.consumed);
            } else {
                self.waiting = Some(waiting);
            }
        }
    }

    /// What has arrived and not been consumed.
    pub(crate) fn unread(&self) -> &[u8] {
        let consumed = self
            .waiting
            .as_ref()
            .map_or(0, |waiting| waiting.consumed.bytes());
        &self.deframer.unread()[consumed..]
    }
}

/// The bytes of one call, and how far it has come in them.
#[derive(Debug)]
pub(crate) struct Input<'m> {
    pub(crate) records: BorrowedMessageDeframer<'m>,
    /// What has not been looked at of the last handshake record.
    pub(crate) rest: &'m [u8],
    /// Application data: the call ends with it.
    data: Option<&'m [u8]>,
    /// Where the bytes start.
    start: usize,
}

impl<'m> Input<'m> {
    /// The records in bytes that start at this address.
    pub(crate) fn new(start: usize, records: BorrowedMessageDeframer<'m>) -> Self {
        Self {
            records,
            rest: &[],
            data: None,
            start,
        }
    }

    /// The next message, if all of it lies in the record.
    pub(crate) fn whole_message(&mut self) -> Option<Message<'m>> {
        let mut r = Reader::new(self.rest);
        let handshake = Handshake::read(&mut r).ok()?;
        self.rest = r.rest();
        Some(Message {
            typ: handshake.msg_type,
            body: handshake.body.bytes(),
        })
    }

    /// The last message has ended where its record ends.
    pub(crate) fn is_aligned(&self) -> bool {
        self.rest.is_empty()
    }

    /// Ends the round with application data.
    pub(crate) fn stop_at(&mut self, data: &'m [u8]) {
        self.data = Some(data);
    }

    /// The round has ended with application data.
    pub(crate) fn has_stopped(&self) -> bool {
        self.data.is_some()
    }

    /// The data that the round has ended with. Another round may begin.
    pub(crate) fn take_data(&mut self) -> Option<&'m [u8]> {
        self.data.take()
    }

    /// Ends the loan and says what was consumed.
    pub(crate) fn done(self) -> Done {
        let data = self.data.map(|data| {
            let start = data.as_ptr().addr() - self.start;
            start..start + data.len()
        });
        Done {
            consumed: self.records.done(),
            data,
        }
    }
}

/// What a call has consumed, and where in it the application data lies.
#[derive(Debug)]
#[must_use = "what was consumed is still in the buffer"]
pub(crate) struct Done {
    pub(crate) consumed: Consumed,
    data: Option<Range<usize>>,
}
