impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let buffer = core::mem::take(&mut self.buffer);
        self.used += length;
        Some(&mut buffer[..length])
    }
}
