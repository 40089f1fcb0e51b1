impl Joined {
    pub fn push<'m>(&mut self, fragment: &'m [u8]) -> Result<&'m [u8], Fault> {
        let before = self.bytes.len();
        self.bytes.extend_from_slice(fragment);
        let Some(&[_, high, middle, low]) = self.bytes.first_chunk::<4>() else {
            return Ok(&[]);
        };
        let length = 4 + u32::from_be_bytes([0, high, middle, low]) as usize;
        if length > MAX_JOINED {
            return Err(Fault::TooLong(length));
        }
        self.bytes.truncate(length);
        Ok(&fragment[self.bytes.len() - before..])
    }
}
