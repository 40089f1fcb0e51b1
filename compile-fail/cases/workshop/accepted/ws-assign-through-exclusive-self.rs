// With `&mut self` the cursor may be moved. The result still lives for `'a`: the loan of the
// reader ends with the call.

struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

impl<'a> Reader<'a> {
    fn rest(&mut self) -> &'a [u8] {
        let rest = &self.buffer[self.cursor..];
        self.cursor = self.buffer.len();
        rest
    }
}

fn main() {
    let mut reader = Reader {
        buffer: b"hello",
        cursor: 2,
    };
    println!("{:?}", reader.rest());
}
