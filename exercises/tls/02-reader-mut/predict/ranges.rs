use std::ops::Range;

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl ReaderMut<'_> {
    fn pop(&mut self, length: usize) -> Range<usize> {
        let start = self.cursor;
        self.cursor += length;
        start..self.cursor
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut {
        buffer: &mut bytes,
        cursor: 0,
    };
    let content_type = reader.pop(1);
    let version = reader.pop(2);
    reader.buffer[content_type].fill(23);
    reader.buffer[version].fill(4);
}
