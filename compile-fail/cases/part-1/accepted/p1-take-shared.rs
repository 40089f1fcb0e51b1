// The same method over a shared slice: `&'a [u8]` is `Copy`, so it is copied out of the
// field and keeps its `'a`. Nothing is reborrowed through `self`.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

impl<'a> Reader<'a> {
    fn take<'s>(&'s mut self, length: usize) -> Option<&'a [u8]> {
        let start = self.cursor;
        self.cursor += length;
        self.buffer.get(start..self.cursor)
    }
}

fn main() {}
