// The deframer comes in as an argument, so it is no part of `self` to begin with.
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
    seen: usize,
}

impl Connection {
    fn process_msg(&mut self, message: &[u8]) {
        self.seen += message.len();
    }

    fn process_new_packets(&mut self, deframer: &mut MessageDeframer) {
        let mut incoming_tls = deframer.borrow();
        while let Some(message) = incoming_tls.pop() {
            self.process_msg(message);
        }
    }
}

fn main() {}
