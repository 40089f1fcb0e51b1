impl<'a> BorrowedMessageDeframer<'a> {
    pub fn pop<O: Opener + ?Sized>(
        &mut self,
        opener: &mut O,
    ) -> Result<Option<Record<'a>>, O::Error> {
        let Some(header) = self.reader.unread().first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let length = usize::from(header.length);
        if self.reader.left() < HEADER_LENGTH + length {
            return Ok(None);
        }
        self.reader.take(HEADER_LENGTH);
        let Some(payload) = self.reader.take(length) else {
            return Ok(None);
        };
        if let Some(popped) = &mut self.popped {
            **popped += length;
        }
        opener.open(header, payload).map(Some)
    }

    pub fn done(self) -> Consumed {
        Consumed(self.popped.map_or(self.reader.used(), |popped| *popped))
    }
}
