impl<'a> Iterator for Records<'a> {
    type Item = &'a mut [u8];

    fn next(&mut self) -> Option<Self::Item> {
        let header = self.reader.take(HEADER_LENGTH)?;
        let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
        self.reader.take(length)
    }
}
