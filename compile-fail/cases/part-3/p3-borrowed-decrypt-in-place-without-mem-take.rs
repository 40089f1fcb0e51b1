// Even when nothing is put back: a record that is opened inside the field is a reborrow
// through `&'s mut self`, and handing it out shared does not make it live longer.

struct BorrowedMessageDeframer<'a> {
    bytes: &'a mut [u8],
}

impl<'a> BorrowedMessageDeframer<'a> {
    fn pop<'s>(&'s mut self) -> &'a [u8] {
        decrypt(&mut self.bytes[..3])
    }
}

fn decrypt(record: &mut [u8]) -> &[u8] {
    record
}

fn main() {}
