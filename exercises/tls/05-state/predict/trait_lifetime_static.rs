#![allow(dead_code)]

trait State<'m> {
    fn handle(self: Box<Self>, message: &'m [u8]) -> Box<dyn State<'m> + 'm>;
}

struct Connection {
    buffer: Vec<u8>,
    state: Option<Box<dyn State<'static>>>,
}

impl Connection {
    fn process(&mut self) {
        if let Some(state) = self.state.take() {
            state.handle(&self.buffer);
        }
    }
}

fn main() {}
