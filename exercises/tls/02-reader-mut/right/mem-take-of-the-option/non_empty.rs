impl<'a> NonEmptyReader<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        match std::mem::take(&mut self.rest) {
            Some(bytes) if bytes.len() >= length => {
                let (taken, rest) = bytes.split(length);
                self.rest = rest;
                Some(taken)
            }
            too_short => {
                self.rest = too_short;
                (length == 0).then_some(&mut [])
            }
        }
    }
}
