// `'a` in the result says that the bytes were borrowed before there was a reader, and need it
// no longer.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a [u8] {
        self.buffer
    }
}

fn all(buffer: &[u8]) -> &[u8] {
    let reader = Reader { buffer };
    reader.rest()
}

fn main() {}
