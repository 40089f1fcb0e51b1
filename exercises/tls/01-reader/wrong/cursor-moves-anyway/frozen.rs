impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&mut [u8]> {
        let current = self.cursor;
        self.cursor = self.buffer.len().min(current + length);
        self.buffer.get_mut(current..current + length)
    }
}
