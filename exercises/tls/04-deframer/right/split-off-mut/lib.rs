impl MessageDeframer {
    pub fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        assert_eq!(self.popped, 0, "the last discard was forgotten");
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
        let Some(header) = self.bytes.first_chunk() else {
            return Ok(None);
        };
        let header = RecordHeader::from_bytes(*header)?;
        let length = HEADER_LENGTH + usize::from(header.length);
        let Some(record) = self.bytes.split_off_mut(..length) else {
            return Ok(None);
        };
        self.used += length;
        if let Some(popped) = self.popped.as_deref_mut() {
            *popped = self.used;
        }
        opener.open(header, &mut record[HEADER_LENGTH..]).map(Some)
    }

    pub fn done(self) -> Consumed {
        Consumed(self.used)
    }
}
