struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> &'a mut [u8] {
        let buffer = std::mem::take(&mut self.buffer);
        let (taken, _rest) = buffer.split_at_mut(length);
        taken
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut { buffer: &mut bytes };
    let content_type = reader.take(1);
    let version = reader.take(2);
    content_type[0] = 23;
    version[1] = 4;
}
