struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> &'a mut [u8] {
        let buffer = self.buffer;
        let (taken, rest) = buffer.split_at_mut(length);
        self.buffer = rest;
        taken
    }
}

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut { buffer: &mut bytes };
    reader.take(1)[0] = 23;
}
