// Left to the elision rules, the result of `rest` borrows from `self`. So it dies with the
// reader, a local, though the bytes themselves would live on.

struct Reader<'a> {
    buffer: &'a [u8],
}

impl Reader<'_> {
    fn rest(&self) -> &[u8] {
        self.buffer
    }
}

fn all(buffer: &[u8]) -> &[u8] {
    let reader = Reader { buffer };
    reader.rest()
}

fn main() {}
