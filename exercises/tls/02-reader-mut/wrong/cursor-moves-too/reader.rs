impl<'a> ReaderMut<'a> {
    pub fn unread(&self) -> &[u8] {
        &self.buffer[self.used..]
    }

    pub fn left(&self) -> usize {
        self.buffer.len() - self.used
    }
}
