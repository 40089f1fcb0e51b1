impl<'a> NonEmptyReader<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, rest) = self.rest.take()?.split(length);
        self.rest = rest;
        Some(taken)
    }
}
