// The joined bytes have no name, so they are dropped at the end of their statement. What the
// reader hands out lies in them, and is still used in the next one.

struct Reader<'a> {
    buffer: &'a [u8],
}

impl<'a> Reader<'a> {
    fn new(buffer: &'a [u8]) -> Self {
        Reader { buffer }
    }

    fn take(&self, length: usize) -> Option<&'a [u8]> {
        self.buffer.get(..length)
    }
}

fn main() {
    let (first_fragment, second_fragment): (&[u8], &[u8]) = (b"\x01\0", b"\0\x02hi");
    let header = Reader::new(&[first_fragment, second_fragment].concat())
        .take(4)
        .unwrap();
    println!("{header:?}");
}
