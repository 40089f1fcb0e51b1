impl<'a> NonEmptyReader<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let Some(bytes) = &mut self.rest else {
            return Some(&mut []);
        };
        let (taken, rest) = std::mem::take(bytes).split(length);
        self.rest = rest;
        Some(taken)
    }
}
