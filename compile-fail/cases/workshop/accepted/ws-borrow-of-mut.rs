// `mut` at the variable is what a method with `&mut self` needs. The owner decides, not the
// method.

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn skip(&mut self, count: usize) {
        self.rest = &self.rest[count..];
    }
}

fn main() {
    let mut reader = Reader { rest: b"hello" };
    reader.skip(2);
    println!("{:?}", reader.rest);
}
