//! Records that wait to be written.

use std::io;

/// Bytes for the peer.
///
/// Its memory stays when it is empty, so that the next record needs none.
#[derive(Debug, Default)]
pub(crate) struct Outgoing {
    bytes: Vec<u8>,
    /// Everything in front of it has been written.
    start: usize,
}

impl Outgoing {
    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// How many bytes wait.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() - self.start
    }

    /// Where records are appended.
    pub(crate) fn end(&mut self) -> &mut Vec<u8> {
        if self.start > 0 && self.start >= self.bytes.len() / 2 {
            self.bytes.drain(..self.start);
            self.start = 0;
        }
        &mut self.bytes
    }

    /// Writes once to `sink` and returns how many bytes it took.
    pub(crate) fn write_to(&mut self, sink: &mut dyn io::Write) -> io::Result<usize> {
        if self.is_empty() {
            return Ok(0);
        }
        let count = sink.write(&self.bytes[self.start..])?;
        self.start += count;
        if self.start >= self.bytes.len() {
            self.bytes.clear();
            self.start = 0;
        }
        Ok(count)
    }

    /// Moves what waits to the front of `out`, which has room for it, and returns how
    /// many bytes that were.
    pub(crate) fn take_into(&mut self, out: &mut [u8]) -> usize {
        let waiting = &self.bytes[self.start..];
        let length = waiting.len();
        out[..length].copy_from_slice(waiting);
        self.bytes.clear();
        self.start = 0;
        length
    }

    /// Gives the memory back, if nothing waits.
    pub(crate) fn release(&mut self) {
        if self.is_empty() {
            self.bytes = Vec::new();
        }
    }
}
