impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let buffer = core::mem::take(&mut self.buffer);
        let (taken, rest) = buffer.split_at_mut_checked(length)?;
        self.buffer = rest;
        self.used += length;
        Some(taken)
    }
}
