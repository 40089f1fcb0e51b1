impl<'a> ReaderMut<'a> {
    pub fn take<'s: 'a>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        Some(&mut self.buffer[current..current + length])
    }
}
