impl<'a> NonEmptyReader<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, _rest) = match self.rest.take() {
            Some(bytes) => bytes.split(length),
            None => return Some(&mut []),
        };
        Some(taken)
    }
}
