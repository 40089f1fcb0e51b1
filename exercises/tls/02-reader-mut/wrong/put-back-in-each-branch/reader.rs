impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let buffer = core::mem::take(&mut self.buffer);
        match buffer.split_at_mut_checked(length) {
            Some((taken, rest)) => {
                self.buffer = rest;
                self.used += length;
                Some(taken)
            }
            None => {
                self.buffer = buffer;
                None
            }
        }
    }
}
