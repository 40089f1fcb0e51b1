// Take the slice out, split it, put the rest back. The pieces do not overlap, and the
// signature says so: the loan `'s` of the reader and the result's `'a` have nothing in common.
#![allow(dead_code)]

use std::mem;

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take<'s>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.buffer.len() < length {
            return None;
        }
        let (piece, rest) = mem::take(&mut self.buffer).split_at_mut(length);
        self.buffer = rest;
        Some(piece)
    }
}

fn main() {}
