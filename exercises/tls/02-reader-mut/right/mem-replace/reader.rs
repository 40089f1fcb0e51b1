impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, rest) = core::mem::replace(&mut self.buffer, &mut []).split_at_mut(length);
        self.buffer = rest;
        self.used += length;
        Some(taken)
    }

    pub fn take_last(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let front = self.left().checked_sub(length)?;
        let (rest, taken) = core::mem::replace(&mut self.buffer, &mut []).split_at_mut(front);
        self.buffer = rest;
        Some(taken)
    }
}
