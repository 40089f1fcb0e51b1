// For the time of the loop the deframer is a local variable, so `self` is free. It has to be
// put back on every way out.
#![allow(dead_code)]

#[derive(Default)]
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
        let mut deframer = std::mem::take(&mut self.incoming_tls);
        let mut incoming_tls = deframer.borrow();
        while let Some(message) = incoming_tls.pop() {
            self.process_msg(message);
        }
        self.incoming_tls = deframer;
    }
}

fn main() {}
