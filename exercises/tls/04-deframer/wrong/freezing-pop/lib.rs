impl<'a> BorrowedMessageDeframer<'a> {
    pub fn pop<O: Opener + ?Sized>(
        &mut self,
        opener: &mut O,
    ) -> Result<Option<Record<'_>>, O::Error> {
        let Some(header) = self.reader.unread().first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let length = HEADER_LENGTH + usize::from(header.length);
        let Some(record) = self.reader.take(length) else {
            return Ok(None);
        };
        if let Some(popped) = &mut self.popped {
            **popped += length;
        }
        opener.open(header, &mut record[HEADER_LENGTH..]).map(Some)
    }
}
