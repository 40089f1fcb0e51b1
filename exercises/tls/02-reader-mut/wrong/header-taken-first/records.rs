impl<'a> Iterator for Records<'a> {
    type Item = &'a mut [u8];

    fn next(&mut self) -> Option<Self::Item> {
        let [_, _, _, high, low, ..] = *self.reader.unread() else {
            return None;
        };
        let length = HEADER_LENGTH + usize::from(u16::from_be_bytes([high, low]));
        if self.reader.left() < length {
            self.reader.take(HEADER_LENGTH);
            return None;
        }
        self.reader.take(length)
    }
}
