pub fn open_record<'a>(
    record: &'a mut [u8],
    open: impl FnOnce(&[u8; HEADER_LENGTH], &'a mut [u8]) -> Option<&'a mut [u8]>,
) -> Option<&'a [u8]> {
    let (header, payload) = record.split_first_chunk_mut::<HEADER_LENGTH>()?;
    let [_, _, _, high, low] = *header;
    if payload.len() != usize::from(u16::from_be_bytes([high, low])) {
        return None;
    }
    open(header, payload).map(|plaintext| &*plaintext)
}
