impl<'a> Iterator for Records<'a> {
    type Item = &'a mut [u8];

    fn next(&mut self) -> Option<Self::Item> {
        let length = match self.reader.unread() {
            [_, _, _, high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return None,
        };
        let length = self.reader.left().min(HEADER_LENGTH + length);
        self.reader.take(length)
    }
}
