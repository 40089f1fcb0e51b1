impl Joined {
    pub fn push<'m>(&mut self, fragment: &'m [u8]) -> Result<&'m [u8], Fault> {
        let mut rest = fragment;
        while self.bytes.len() < 4 {
            let Some((&byte, behind)) = rest.split_first() else {
                return Ok(rest);
            };
            self.bytes.push(byte);
            rest = behind;
        }
        let length = u32::from_be_bytes([0, self.bytes[1], self.bytes[2], self.bytes[3]]);
        let length = 4 + length as usize;
        if length > MAX_JOINED {
            return Err(Fault::TooLong(length));
        }
        let missing = length - self.bytes.len();
        self.bytes.reserve_exact(missing);
        let taken = missing.min(rest.len());
        self.bytes.extend(&rest[..taken]);
        Ok(&rest[taken..])
    }
}
