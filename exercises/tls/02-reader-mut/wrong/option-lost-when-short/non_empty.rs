impl<'a> NonEmptyReader<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let Some(bytes) = self.rest.take() else {
            return (length == 0).then_some(&mut []);
        };
        if bytes.len() < length {
            return None;
        }
        let (taken, rest) = bytes.split(length);
        self.rest = rest;
        Some(taken)
    }
}
