// A reborrow for `'s` is all that the field can give, and all that this method promises.
#![allow(dead_code)]

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl<'a> ReaderMut<'a> {
    fn take<'s>(&'s mut self, length: usize) -> Option<&'s mut [u8]> {
        let start = self.cursor;
        self.cursor += length;
        self.buffer.get_mut(start..self.cursor)
    }
}

fn main() {}
