// A payload that is to be decrypted in place needs an exclusive slice. A reader that holds
// a shared one has none to give, however exclusively the reader itself is borrowed.

struct Reader<'a> {
    buffer: &'a [u8],
}

struct OpaqueMessage<'a> {
    payload: &'a mut [u8],
}

impl<'a> OpaqueMessage<'a> {
    fn read(r: &mut Reader<'a>) -> Self {
        OpaqueMessage {
            payload: &mut *r.buffer,
        }
    }
}

fn main() {}
