impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<Vec<u8>> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        Some(self.buffer[current..current + length].to_vec())
    }
}

pub fn redact_records(reader: &mut ReaderMut<'_>) -> usize {
    let mut redacted = 0;
    while let Some(header) = reader.take(5) {
        let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
        let Some(mut payload) = reader.take(length) else {
            break;
        };
        if header[0] == 23 {
            payload.fill(0);
            redacted += 1;
        }
    }
    redacted
}
