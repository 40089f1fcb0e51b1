// Where the loop starts from: a popped message owns its bytes, so nothing of `self` is lent
// while the state advances, and `process_msg` may have all of it.
#![allow(dead_code)]

struct MessageDeframer {
    bytes: Vec<u8>,
}

impl MessageDeframer {
    fn pop(&mut self) -> Option<Vec<u8>> {
        (self.bytes.len() >= 3).then(|| self.bytes.drain(..3).collect())
    }
}

#[derive(Clone)]
struct Error;

trait State {
    fn handle(self: Box<Self>, message: Vec<u8>) -> Result<Box<dyn State>, Error>;
}

struct Connection {
    incoming_tls: MessageDeframer,
    state: Result<Box<dyn State>, Error>,
    seen: usize,
}

impl Connection {
    fn process_msg(
        &mut self,
        message: Vec<u8>,
        state: Box<dyn State>,
    ) -> Result<Box<dyn State>, Error> {
        self.seen += 1;
        state.handle(message)
    }

    fn process_new_packets(&mut self) -> Result<(), Error> {
        let mut state = std::mem::replace(&mut self.state, Err(Error))?;
        while let Some(message) = self.incoming_tls.pop() {
            match self.process_msg(message, state) {
                Ok(next) => state = next,
                Err(error) => {
                    self.state = Err(error.clone());
                    return Err(error);
                }
            }
        }
        self.state = Ok(state);
        Ok(())
    }
}

fn main() {}
