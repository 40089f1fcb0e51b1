// `done` takes the borrowed deframer by value: what has been used is counted once, at the
// end, and nothing can be popped afterwards that would not be in the count.

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

fn main() {
    let mut deframer = MessageDeframer {
        bytes: vec![0, 0, 0],
    };
    let mut borrowed = deframer.borrow();
    borrowed.done();
    borrowed.pop();
}
