// A shared receiver is no way out: it still borrows all of `self`, and the field that is
// lent exclusively may not be looked at by anyone else.

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
}

impl Connection {
    fn process_msg(&self, _message: &[u8]) {}

    fn process_new_packets(&mut self) {
        let mut incoming_tls = self.incoming_tls.borrow();
        while let Some(message) = incoming_tls.pop() {
            self.process_msg(message);
        }
    }
}

fn main() {}
