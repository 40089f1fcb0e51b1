struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&'a mut self, length: usize) -> Option<&'a mut [u8]> {
        self.buffer.split_off_mut(..length)
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut { buffer: &mut bytes };
    if let Some(content_type) = reader.take(1) {
        content_type[0] = 23;
    }
    assert_eq!(reader.buffer.len(), 4);
}
