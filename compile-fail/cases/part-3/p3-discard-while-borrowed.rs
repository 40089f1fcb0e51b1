// Without a record in sight it is the borrowed deframer itself that keeps the buffer lent,
// up to its last use.

struct MessageDeframer {
    bytes: Vec<u8>,
}

impl MessageDeframer {
    fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        BorrowedMessageDeframer {
            bytes: &mut self.bytes,
        }
    }

    fn discard(&mut self, used: usize) {
        self.bytes.drain(..used);
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

fn main() {
    let mut deframer = MessageDeframer {
        bytes: vec![0, 0, 0],
    };
    let mut borrowed = deframer.borrow();
    deframer.discard(0);
    borrowed.pop();
}
