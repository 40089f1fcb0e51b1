// With a name the joined bytes stay until the end of the block. The reader is a temporary still,
// and may go: what it has handed out lies in the bytes, not in the reader.

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
    let joined = [first_fragment, second_fragment].concat();
    let header = Reader::new(&joined).take(4).unwrap();
    println!("{header:?}");
}
