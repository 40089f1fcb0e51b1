impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let buffer = self.buffer;
        let (taken, rest) = buffer.split_at_mut(length);
        self.buffer = rest;
        self.used += length;
        Some(taken)
    }
}
