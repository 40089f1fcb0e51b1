struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> &'a [u8] {
        let current = self.cursor;
        self.cursor += length;
        &self.buffer[current..current + length]
    }
}

fn main() {
    let bytes = [22, 3, 3, 0, 2];
    let version = {
        let mut reader = Reader {
            buffer: &bytes,
            cursor: 1,
        };
        reader.take(2)
    };
    assert_eq!(version, [3, 3]);
}
