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
    let mut reader = Reader {
        buffer: &bytes,
        cursor: 0,
    };
    let content_type = reader.take(1);
    let version = reader.take(2);
    assert_eq!((content_type, version), (&[22][..], &[3, 3][..]));
}
