impl<'a> BorrowedMessageDeframer<'a> {
    pub fn pop<O: Opener + ?Sized>(
        &mut self,
        opener: &mut O,
    ) -> Result<Option<Record<'a>>, O::Error> {
        let Some(header) = self.reader.unread().first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let length = HEADER_LENGTH + usize::from(header.length);
        let Some(record) = self.reader.take(length) else {
            return Ok(None);
        };
        let opened = opener.open(header, &mut record[HEADER_LENGTH..])?;
        if let Some(popped) = &mut self.popped {
            **popped += length;
        }
        Ok(Some(opened))
    }
}
