// Splitting the slice where it is reborrows it through `&'s mut self`. The rest that is put
// back into the field has to live for `'a`, and so has the record.

struct BorrowedMessageDeframer<'a> {
    bytes: &'a mut [u8],
}

impl<'a> BorrowedMessageDeframer<'a> {
    fn pop<'s>(&'s mut self) -> Option<&'a [u8]> {
        let (record, rest) = self.bytes.split_at_mut_checked(3)?;
        self.bytes = rest;
        Some(decrypt(record))
    }
}

fn decrypt(record: &mut [u8]) -> &[u8] {
    record
}

fn main() {}
