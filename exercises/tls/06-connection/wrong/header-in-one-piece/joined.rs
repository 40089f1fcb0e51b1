impl Joined {
    pub fn push<'m>(&mut self, fragment: &'m [u8]) -> Result<&'m [u8], Fault> {
        if self.bytes.is_empty() {
            let length = fragment.get(1..4).map_or(0, |length| {
                u32::from_be_bytes([0, length[0], length[1], length[2]]) as usize
            });
            if 4 + length > MAX_JOINED {
                return Err(Fault::TooLong(4 + length));
            }
        }
        let length = match self.bytes.first_chunk::<4>() {
            Some(&[_, high, middle, low]) => u32::from_be_bytes([0, high, middle, low]) as usize,
            None => 0,
        };
        Ok(self.fill(4 + length, fragment))
    }
}
