// Two fields named in one body are two places, and each can be lent on its own. No method stands
// between them and the compiler.

struct Deframer {
    bytes: Vec<u8>,
    used: usize,
}

impl Deframer {
    fn mask_first(&mut self) {
        let used = &mut self.used;
        let unread = &mut self.bytes;
        unread[0] ^= 1;
        *used += 1;
    }
}

fn main() {
    let mut deframer = Deframer {
        bytes: vec![2, 3],
        used: 0,
    };
    deframer.mask_first();
    println!("{:?}, {} used", deframer.bytes, deframer.used);
}
