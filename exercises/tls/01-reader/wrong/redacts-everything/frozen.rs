pub fn redact_records(reader: &mut ReaderMut<'_>) -> usize {
    let mut redacted = 0;
    while let Some(header) = reader.take(5) {
        let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
        let Some(payload) = reader.take(length) else {
            break;
        };
        payload.fill(0);
        redacted += 1;
    }
    redacted
}
