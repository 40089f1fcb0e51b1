// The document's mistake: it discards inside the `Err` arm. The error borrows nothing, but
// the `Result` that is matched on may hold a borrowing state, and is dropped after the arm.

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

struct Error;

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Result<Box<dyn State + 'm>, Error>
    where
        Self: 'm;
    fn into_owned(self: Box<Self>) -> Box<dyn State>;
}

struct Connection {
    incoming_tls: MessageDeframer,
    state: Option<Box<dyn State>>,
}

impl Connection {
    fn process_new_packets(&mut self) -> Result<(), Error> {
        let mut state: Box<dyn State + '_> = self.state.take().ok_or(Error)?;
        let mut incoming_tls = self.incoming_tls.borrow();
        while let Some(message) = incoming_tls.pop() {
            match state.handle(message) {
                Ok(next) => state = next,
                Err(error) => {
                    let used = incoming_tls.done();
                    self.incoming_tls.discard(used);
                    return Err(error);
                }
            }
        }
        let used = incoming_tls.done();
        self.state = Some(state.into_owned());
        self.incoming_tls.discard(used);
        Ok(())
    }
}

fn main() {}
