use std::mem;

impl MessageDeframer {
    pub fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        assert_eq!(
            self.popped, 0,
            "records were popped from this deframer and not discarded"
        );
        BorrowedMessageDeframer {
            bytes: &mut self.bytes[self.start..self.end],
            used: 0,
            popped: Some(&mut self.popped),
        }
    }
}

#[derive(Debug)]
pub struct BorrowedMessageDeframer<'a> {
    bytes: &'a mut [u8],
    used: usize,
    popped: Option<&'a mut usize>,
}

impl<'a> BorrowedMessageDeframer<'a> {
    pub fn new(bytes: &'a mut [u8]) -> Self {
        Self {
            bytes,
            used: 0,
            popped: None,
        }
    }

    pub fn pop<O: Opener + ?Sized>(
        &mut self,
        opener: &mut O,
    ) -> Result<Option<Record<'a>>, O::Error> {
        // `used` counts from where the buffer began; `bytes` begins later each time.
        let unread = self.bytes.get(self.used..).unwrap_or_default();
        let Some(header) = unread.first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let payload = self.used + HEADER_LENGTH;
        let end = payload + usize::from(header.length);
        if self.bytes.len() < end {
            return Ok(None);
        }
        let (record, rest) = mem::take(&mut self.bytes).split_at_mut(end);
        self.bytes = rest;
        if let Some(popped) = &mut self.popped {
            **popped += end - self.used;
        }
        self.used = end;
        opener.open(header, &mut record[payload..]).map(Some)
    }

    pub fn done(self) -> Consumed {
        Consumed(self.used)
    }
}
