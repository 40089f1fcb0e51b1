// Discarding moves the bytes of the buffer, so it needs the deframer exclusively; but the
// record that is to be returned is a slice of that very buffer.

struct MessageDeframer {
    bytes: Vec<u8>,
}

impl MessageDeframer {
    fn discard(&mut self, used: usize) {
        self.bytes.drain(..used);
    }

    fn pop(&mut self) -> Option<&[u8]> {
        let record = self.bytes.get(..3)?;
        self.discard(3);
        Some(record)
    }
}

fn main() {}
