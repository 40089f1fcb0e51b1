impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let buffer = core::mem::take(&mut self.buffer);
        let taken = &mut buffer[..length];
        self.buffer = buffer;
        self.used += length;
        Some(taken)
    }
}
