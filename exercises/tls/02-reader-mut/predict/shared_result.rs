struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl ReaderMut<'_> {
    fn peek(&mut self, length: usize) -> Option<&[u8]> {
        self.buffer.get(..length)
    }

    fn left(&self) -> usize {
        self.buffer.len()
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut { buffer: &mut bytes };
    let content_type = reader.peek(1);
    assert_eq!(reader.left(), 5);
    assert_eq!(content_type, Some(&[22][..]));
}
