impl<'a> ReaderMut<'a> {
    pub fn take<'s: 'a>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        Some(&mut self.buffer[current..current + length])
    }
}

pub fn redact_records<'a>(reader: &'a mut ReaderMut<'a>) -> usize {
    reader.take(5).map_or(0, |_| 1)
}
