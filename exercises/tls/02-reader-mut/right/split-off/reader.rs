impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let taken = self.buffer.split_off_mut(..length)?;
        self.used += length;
        Some(taken)
    }
}
