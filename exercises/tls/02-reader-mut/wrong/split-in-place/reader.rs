impl<'a> ReaderMut<'a> {
    pub fn take<'s>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, rest) = self.buffer.split_at_mut(length);
        self.buffer = rest;
        self.used += length;
        Some(taken)
    }
}
