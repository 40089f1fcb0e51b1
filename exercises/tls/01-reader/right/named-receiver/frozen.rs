impl<'a> ReaderMut<'a> {
    pub fn take<'s>(&'s mut self, length: usize) -> Option<&'s mut [u8]> {
        let end = self.cursor.checked_add(length)?;
        let taken = self.buffer.get_mut(self.cursor..end)?;
        self.cursor = end;
        Some(taken)
    }
}
