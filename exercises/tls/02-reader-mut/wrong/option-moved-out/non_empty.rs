impl<'a> NonEmptyReader<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, rest) = match self.rest {
            Some(bytes) => bytes.split(length),
            None => return Some(&mut []),
        };
        self.rest = rest;
        Some(taken)
    }
}
