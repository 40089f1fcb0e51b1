// The exclusive reader hands out exclusive slices, so the opaque message can be decrypted
// in place. Once it is plain, its payload is shared: `&'a mut` gives `&'a` when moved.
#![allow(dead_code)]

use std::mem;

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let (piece, rest) = mem::take(&mut self.buffer).split_at_mut_checked(length)?;
        self.buffer = rest;
        Some(piece)
    }
}

struct OpaqueMessage<'a> {
    payload: &'a mut [u8],
}

struct PlainMessage<'a> {
    payload: &'a [u8],
}

impl<'a> OpaqueMessage<'a> {
    fn read(r: &mut ReaderMut<'a>, length: usize) -> Option<Self> {
        r.take(length).map(|payload| OpaqueMessage { payload })
    }

    fn into_plain(self) -> PlainMessage<'a> {
        self.payload.iter_mut().for_each(|byte| *byte ^= 0x55);
        PlainMessage {
            payload: self.payload,
        }
    }
}

fn main() {}
