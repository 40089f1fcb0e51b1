// The record is a slice of the buffer and keeps it lent for as long as it is used. A discard
// before its last use would move other bytes under it.

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
    let record = deframer.borrow().pop();
    deframer.discard(3);
    println!("{record:?}");
}
