impl<'a> BorrowedMessageDeframer<'a> {
    pub fn pop<O: Opener + ?Sized>(
        &mut self,
        opener: &mut O,
    ) -> Result<Option<Record<'a>>, O::Error> {
        let Some(bytes) = self.reader.unread().first_chunk::<HEADER_LENGTH>() else {
            return Ok(None);
        };
        let bytes = *bytes;
        let length = HEADER_LENGTH + usize::from(u16::from_be_bytes([bytes[3], bytes[4]]));
        if self.reader.left() < length {
            return Ok(None);
        }
        let header = RecordHeader::from_bytes(bytes)?;
        let Some(record) = self.reader.take(length) else {
            return Ok(None);
        };
        if let Some(popped) = &mut self.popped {
            **popped += length;
        }
        opener.open(header, &mut record[HEADER_LENGTH..]).map(Some)
    }
}
