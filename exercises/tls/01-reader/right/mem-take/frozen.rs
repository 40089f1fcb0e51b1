impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let buffer = std::mem::take(&mut self.buffer);
        let (taken, rest) = buffer.split_at_mut(self.cursor + length);
        let taken = &mut taken[self.cursor..];
        self.buffer = rest;
        self.cursor = 0;
        Some(taken)
    }
}

pub fn redact_records(reader: &mut ReaderMut<'_>) -> usize {
    let mut redacted = 0;
    while let Some(header) = reader.take(5) {
        let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
        let Some(payload) = reader.take(length) else {
            break;
        };
        if header[0] == 23 {
            payload.fill(0);
            redacted += 1;
        }
    }
    redacted
}
