// A method with `&mut self` borrows all of the deframer, the count included. That it only touches
// the bytes is known to its body, and a caller is judged by the signature.

struct Deframer {
    bytes: Vec<u8>,
    used: usize,
}

impl Deframer {
    fn unread_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    fn mask_first(&mut self) {
        let used = &mut self.used;
        let unread = self.unread_mut();
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
