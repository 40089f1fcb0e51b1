// `&self` is a shared reference to the whole reader, its cursor included. A method that moves the
// cursor has to borrow the reader exclusively, and to say so in its signature.

struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a [u8] {
        let rest = &self.buffer[self.cursor..];
        self.cursor = self.buffer.len();
        rest
    }
}

fn main() {
    let reader = Reader {
        buffer: b"hello",
        cursor: 2,
    };
    println!("{:?}", reader.rest());
}
