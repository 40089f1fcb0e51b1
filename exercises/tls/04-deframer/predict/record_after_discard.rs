struct Deframer {
    bytes: Vec<u8>,
}

impl Deframer {
    fn pop(&mut self) -> Option<&[u8]> {
        self.bytes
            .split_first_chunk::<3>()
            .map(|(record, _)| &record[..])
    }

    fn discard(&mut self, used: usize) {
        self.bytes.drain(..used);
    }
}

fn main() {
    let mut deframer = Deframer {
        bytes: vec![0, 0, 0, 1, 1, 1],
    };
    let record = deframer.pop();
    deframer.discard(3);
    assert_eq!(record, Some(&[0; 3][..]));
}
