struct Core {
    handled: usize,
}

impl Core {
    fn process_msg(&mut self, message: &[u8]) {
        self.handled += message.len();
    }
}

struct Connection {
    incoming: Vec<u8>,
    core: Core,
}

impl Connection {
    fn core(&mut self) -> &mut Core {
        &mut self.core
    }

    fn process_new_packets(&mut self) {
        for record in self.incoming.chunks_mut(3) {
            record[0] = 0;
            self.core().process_msg(record);
        }
    }
}

fn main() {
    let core = Core { handled: 0 };
    let incoming = vec![20, 0, 0];
    Connection { incoming, core }.process_new_packets();
}
