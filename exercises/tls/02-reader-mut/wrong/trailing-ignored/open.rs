pub fn open_record<'a>(
    record: &'a mut [u8],
    open: impl FnOnce(&[u8; HEADER_LENGTH], &'a mut [u8]) -> Option<&'a mut [u8]>,
) -> Option<&'a [u8]> {
    let mut reader = ReaderMut::new(record);
    let header: &[u8; HEADER_LENGTH] = (&*reader.take(HEADER_LENGTH)?).try_into().ok()?;
    let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
    let payload = reader.take(length)?;
    open(header, payload).map(|plaintext| &*plaintext)
}
