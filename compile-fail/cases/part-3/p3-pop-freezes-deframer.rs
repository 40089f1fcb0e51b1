// `pop` gives a record that is tied to the loan of the deframer. While one record is in use
// the deframer stays lent, so there are never two records at a time.

struct MessageDeframer {
    bytes: Vec<u8>,
    used: usize,
}

impl MessageDeframer {
    fn pop(&mut self) -> Option<&[u8]> {
        let start = self.used;
        self.used += 3;
        self.bytes.get(start..self.used)
    }
}

fn main() {
    let mut deframer = MessageDeframer {
        bytes: vec![0, 0, 0, 1, 1, 1],
        used: 0,
    };
    let first = deframer.pop();
    let second = deframer.pop();
    drop((first, second));
}
