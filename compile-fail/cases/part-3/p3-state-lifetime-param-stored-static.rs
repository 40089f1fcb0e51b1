// A stored `dyn State<'static>` takes messages that live for `'static`, and a trait's parameter
// never shrinks. Records from the connection's own buffer live no longer than its loan.

trait State<'a> {
    fn handle(&mut self, message: &'a [u8]);
}

struct Connection {
    bytes: Vec<u8>,
    state: Box<dyn State<'static>>,
}

impl Connection {
    fn process_new_packets(&mut self) {
        self.state.handle(&self.bytes);
    }
}

fn main() {}
