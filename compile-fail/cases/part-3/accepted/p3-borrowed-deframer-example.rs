// Two records are in use together, a third is not complete yet, and one discard at the end
// removes what was used.

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

fn main() {
    let mut deframer = MessageDeframer {
        bytes: vec![0, 0, 0, 1, 1, 1, 2, 2],
    };
    let mut borrowed = deframer.borrow();
    let first = borrowed.pop();
    let second = borrowed.pop();
    assert_eq!(borrowed.pop(), None);
    assert_eq!((first, second), (Some(&[0; 3][..]), Some(&[1; 3][..])));
    let used = borrowed.done();
    deframer.discard(used);
    assert_eq!(deframer.bytes, [2, 2]);
}
