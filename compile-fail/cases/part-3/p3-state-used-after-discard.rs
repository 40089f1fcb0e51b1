// `into_owned` copies what the state borrows, so it is a use of the records like any other.
// It has to come before the discard.

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

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
    fn into_owned(self: Box<Self>) -> Box<dyn State>;
}

struct Connection {
    incoming_tls: MessageDeframer,
    state: Option<Box<dyn State>>,
}

impl Connection {
    fn process_new_packets(&mut self) {
        let mut incoming_tls = self.incoming_tls.borrow();
        if let (Some(state), Some(message)) = (self.state.take(), incoming_tls.pop()) {
            let next = state.handle(message);
            self.incoming_tls.discard(3);
            self.state = Some(next.into_owned());
        }
    }
}

fn main() {}
