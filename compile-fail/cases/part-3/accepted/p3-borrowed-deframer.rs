// The loan of the buffer is a type of its own. Its `pop` takes the slice out, splits off a
// record, puts the rest back, opens the record in place and hands it out shared.
#![allow(dead_code)]

use std::mem;

struct MessageDeframer {
    bytes: Vec<u8>,
}

impl MessageDeframer {
    fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        BorrowedMessageDeframer {
            bytes: &mut self.bytes,
            used: 0,
        }
    }

    fn discard(&mut self, used: usize) {
        self.bytes.drain(..used);
    }
}

struct BorrowedMessageDeframer<'a> {
    bytes: &'a mut [u8],
    used: usize,
}

impl<'a> BorrowedMessageDeframer<'a> {
    fn pop<'s>(&'s mut self) -> Option<&'a [u8]> {
        if self.bytes.len() < 3 {
            return None;
        }
        let (record, rest) = mem::take(&mut self.bytes).split_at_mut(3);
        self.bytes = rest;
        self.used += record.len();
        Some(decrypt(record))
    }

    fn done(self) -> usize {
        self.used
    }
}

fn decrypt(record: &mut [u8]) -> &[u8] {
    record.iter_mut().for_each(|byte| *byte ^= 0x55);
    record
}

fn main() {}
