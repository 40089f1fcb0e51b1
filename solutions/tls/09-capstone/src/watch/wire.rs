//! The wire, cut into records (RFC 8446, section 5.1).

use std::collections::VecDeque;
use std::io::{self, Read, Write};

use crate::report::Direction;

/// The bytes in front of every record: its type, a version, and its length.
pub const HEADER_LENGTH: usize = 5;

/// Everything that has crossed the wire, seen from the core.
#[derive(Debug, Default)]
pub struct Wire {
    records: Vec<Raw>,
    sent: VecDeque<u8>,
    received: VecDeque<u8>,
}

/// A record as it looks from outside.
#[derive(Debug)]
pub struct Raw {
    pub direction: Direction,
    pub content_type: u8,
    pub payload: Vec<u8>,
}

impl Wire {
    /// Notes bytes that go by.
    pub fn passes(&mut self, direction: Direction, bytes: &[u8]) {
        let pending = match direction {
            Direction::Sent => &mut self.sent,
            Direction::Received => &mut self.received,
        };
        pending.extend(bytes);
        while let Some((content_type, payload)) = whole_record(pending) {
            self.records.push(Raw {
                direction,
                content_type,
                payload,
            });
        }
    }

    pub fn into_records(self) -> Vec<Raw> {
        self.records
    }
}

/// The records in these bytes, each with its header. The last may lack its end.
pub fn records_of(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    core::iter::from_fn(move || {
        let &[_, _, _, high, low] = bytes.first_chunk::<HEADER_LENGTH>()?;
        let length = HEADER_LENGTH + usize::from(u16::from_be_bytes([high, low]));
        let (record, rest) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
        bytes = rest;
        Some(record)
    })
}

fn whole_record(pending: &mut VecDeque<u8>) -> Option<(u8, Vec<u8>)> {
    let length = usize::from(u16::from_be_bytes([*pending.get(3)?, *pending.get(4)?]));
    if pending.len() < HEADER_LENGTH + length {
        return None;
    }
    let content_type = pending[0];
    let payload = pending
        .drain(..HEADER_LENGTH + length)
        .skip(HEADER_LENGTH)
        .collect();
    Some((content_type, payload))
}

/// A transport of the core that is looked at.
#[derive(Debug)]
pub struct Tapped<'a, T> {
    pub transport: T,
    pub wire: &'a mut Wire,
}

impl<T: Read> Read for Tapped<'_, T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.transport.read(buffer)?;
        self.wire.passes(Direction::Received, &buffer[..count]);
        Ok(count)
    }
}

impl<T: Write> Write for Tapped<'_, T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.transport.write(bytes)?;
        self.wire.passes(Direction::Sent, &bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.transport.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_found_however_they_come() {
        let bytes = [22, 3, 1, 0, 2, 7, 8, 20, 3, 3, 0, 1, 1, 23, 3, 3];
        let mut whole = Wire::default();
        whole.passes(Direction::Sent, &bytes);
        let mut pieces = Wire::default();
        for byte in bytes {
            pieces.passes(Direction::Sent, &[byte]);
        }
        for wire in [whole, pieces] {
            let records: Vec<_> = wire
                .into_records()
                .into_iter()
                .map(|raw| (raw.content_type, raw.payload))
                .collect();
            assert_eq!(records, [(22, vec![7, 8]), (20, vec![1])]);
        }
    }
}
