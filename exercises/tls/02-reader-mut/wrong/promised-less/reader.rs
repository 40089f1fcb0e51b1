impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&mut [u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.used;
        self.used += length;
        Some(&mut self.buffer[current..current + length])
    }

    pub fn unread(&self) -> &[u8] {
        &self.buffer[self.used..]
    }

    pub fn left(&self) -> usize {
        self.buffer.len() - self.used
    }
}
