// The method takes `&mut self`, so the call lends the reader exclusively. What is not `mut` can
// only be shared, even by its owner.

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn skip(&mut self, count: usize) {
        self.rest = &self.rest[count..];
    }
}

fn main() {
    let reader = Reader { rest: b"hello" };
    reader.skip(2);
    println!("{:?}", reader.rest);
}
