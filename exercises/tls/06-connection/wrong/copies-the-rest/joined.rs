impl Joined {
    pub fn push<'m>(&mut self, fragment: &'m [u8]) -> Result<&'m [u8], Fault> {
        let rest = self.fill(4, fragment);
        let Some(&[_, high, middle, low]) = self.bytes.first_chunk::<4>() else {
            return Ok(rest);
        };
        let length = 4 + u32::from_be_bytes([0, high, middle, low]) as usize;
        if length > MAX_JOINED {
            return Err(Fault::TooLong(length));
        }
        Ok(self.fill(length, rest).to_vec().leak())
    }
}
