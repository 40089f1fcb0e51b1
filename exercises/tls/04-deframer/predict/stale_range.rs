use std::ops::Range;

struct Deframer {
    bytes: Vec<u8>,
    used: usize,
}

impl Deframer {
    fn pop(&mut self) -> Range<usize> {
        let start = self.used;
        self.used += 3;
        start..self.used
    }

    fn discard(&mut self) {
        self.bytes.drain(..self.used);
        self.used = 0;
    }
}

fn main() {
    let mut deframer = Deframer {
        bytes: vec![0, 0, 0, 1, 1, 1],
        used: 0,
    };
    let record = deframer.pop();
    deframer.discard();
    println!("{:?}", &deframer.bytes[record]);
}
