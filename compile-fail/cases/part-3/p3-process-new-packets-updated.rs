// The document's mistake: its loop calls `self.process_msg`, and that borrows all of `self`,
// while `incoming_tls` has a part of it on loan for as long as the loop runs.

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
    fn process_msg(&mut self, message: &[u8]) {
        self.seen += message.len();
    }

    fn process_new_packets(&mut self) {
        let mut incoming_tls = self.incoming_tls.borrow();
        while let Some(message) = incoming_tls.pop() {
            self.process_msg(message);
        }
    }
}

fn main() {}
