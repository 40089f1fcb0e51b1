// The copy, written out: `buffer` is a second shared slice of the same bytes, good for `'a`
// whatever becomes of the loan of `self`.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take<'s>(&'s mut self, length: usize) -> &'a [u8] {
        let buffer: &'a [u8] = self.buffer;
        let piece: &'a [u8] = &buffer[..length];
        piece
    }
}

fn main() {}
