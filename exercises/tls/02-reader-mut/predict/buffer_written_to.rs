struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        self.buffer.split_off_mut(..length)
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut { buffer: &mut bytes };
    let content_type = reader.take(1);
    drop(reader);
    bytes[4] = 3;
    assert_eq!(content_type, Some(&mut [22][..]));
    assert_eq!(bytes[4], 3);
}
