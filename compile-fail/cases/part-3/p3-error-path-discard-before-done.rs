// On the error path too the loan ends first. Written in one line the receiver of `discard`
// is borrowed before its argument is evaluated, while `incoming_tls` is still to be used.

struct MessageDeframer {
    bytes: Vec<u8>,
}

impl MessageDeframer {
    fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        BorrowedMessageDeframer {
            bytes: &mut self.bytes,
            used: 0,
        }
    }

    fn discard(&mut self, used: usize) {
        self.bytes.drain(..used);
    }
}

struct BorrowedMessageDeframer<'a> {
    bytes: &'a mut [u8],
    used: usize,
}

impl<'a> BorrowedMessageDeframer<'a> {
    fn pop(&mut self) -> Option<&'a [u8]> {
        let record = self.bytes.split_off_mut(..3)?;
        self.used += record.len();
        Some(record)
    }

    fn done(self) -> usize {
        self.used
    }
}

struct Connection {
    incoming_tls: MessageDeframer,
}

impl Connection {
    fn process_new_packets(&mut self) -> Result<(), &'static str> {
        let mut incoming_tls = self.incoming_tls.borrow();
        while let Some(message) = incoming_tls.pop() {
            if message == [0; 3] {
                self.incoming_tls.discard(incoming_tls.done());
                return Err("empty message");
            }
        }
        Ok(())
    }
}

fn main() {}
