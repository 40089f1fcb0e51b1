impl<D: Decrypt> Opener for Protected<D> {
    type Error = InvalidRecord;

    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        if header.content_type != ContentType::APPLICATION_DATA {
            return Plaintext.open(header, payload);
        }
        let opened = self
            .0
            .decrypt_in_place(&header.to_bytes(), payload)
            .ok_or(InvalidRecord::NotAuthentic)?;
        let (content_type, payload) = inner_plaintext(opened)?;
        Ok(Record {
            content_type,
            payload,
        })
    }
}
