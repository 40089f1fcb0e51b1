impl Joined {
    pub fn push<'m>(&mut self, fragment: &'m [u8]) -> Result<&'m [u8], Fault> {
        let rest = self.fill(4, fragment);
        let Some(&[_, high, middle, low]) = self.bytes.first_chunk::<4>() else {
            return Ok(rest);
        };
        let length = 4 + u32::from_be_bytes([0, high, middle, low]) as usize;
        let rest = self.fill(length, rest);
        if self.bytes.len() > MAX_JOINED {
            return Err(Fault::TooLong(self.bytes.len()));
        }
        Ok(rest)
    }
}
