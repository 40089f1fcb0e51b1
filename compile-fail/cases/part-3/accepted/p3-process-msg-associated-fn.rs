// A function without a receiver gets just the fields that it needs. Inside one body the
// compiler tells fields apart, so the loan of `incoming_tls` is not touched.
#![allow(dead_code)]

struct MessageDeframer {
    bytes: Vec<u8>,
}

impl MessageDeframer {
    fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        BorrowedMessageDeframer {
            bytes: &mut self.bytes,
        }
    }
}

struct BorrowedMessageDeframer<'a> {
    bytes: &'a mut [u8],
}

impl<'a> BorrowedMessageDeframer<'a> {
    fn pop(&mut self) -> Option<&'a [u8]> {
        self.bytes.split_off_mut(..3).map(|record| &*record)
    }
}

struct Connection {
    incoming_tls: MessageDeframer,
    seen: usize,
}

impl Connection {
    fn process_msg(seen: &mut usize, message: &[u8]) {
        *seen += message.len();
    }

    fn process_new_packets(&mut self) {
        let mut incoming_tls = self.incoming_tls.borrow();
        while let Some(message) = incoming_tls.pop() {
            Self::process_msg(&mut self.seen, message);
        }
    }
}

fn main() {}
