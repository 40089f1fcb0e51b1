struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl<'a> ReaderMut<'a> {
    fn take<'s>(&'s mut self, length: usize) -> &'s mut [u8] {
        let current = self.cursor;
        self.cursor += length;
        &mut self.buffer[current..current + length]
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut {
        buffer: &mut bytes,
        cursor: 0,
    };
    let content_type = reader.take(1);
    let version = reader.take(2);
    content_type[0] = 23;
    version[1] = 1;
}
