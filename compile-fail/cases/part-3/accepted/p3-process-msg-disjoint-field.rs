// The deframer in one field, everything that a message changes in another: the method
// belongs to the second and borrows nothing but that.
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
    core: Core,
}

struct Core {
    seen: usize,
}

impl Core {
    fn process_msg(&mut self, message: &[u8]) {
        self.seen += message.len();
    }
}

impl Connection {
    fn process_new_packets(&mut self) {
        let mut incoming_tls = self.incoming_tls.borrow();
        while let Some(message) = incoming_tls.pop() {
            self.core.process_msg(message);
        }
    }
}

fn main() {}
