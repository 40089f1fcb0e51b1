// The field is a `Box<dyn State + 'static>`, though it does not say so. What `handle` gives
// may borrow from the records, and only an owned state may stay when they go.

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

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

struct Connection {
    incoming_tls: MessageDeframer,
    state: Option<Box<dyn State>>,
}

impl Connection {
    fn process_new_packets(&mut self) {
        let mut incoming_tls = self.incoming_tls.borrow();
        while let (Some(state), Some(message)) = (self.state.take(), incoming_tls.pop()) {
            self.state = Some(state.handle(message));
        }
    }
}

fn main() {}
