// `rest` gives the slice that the reader was made from, with its own lifetime, and so the
// payload may outlive the loan of the reader.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

impl<'a> Reader<'a> {
    fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.buffer)
    }
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec<'a> for PayloadU8<'a> {
    fn read(r: &mut Reader<'a>) -> Self {
        PayloadU8(r.rest())
    }
}

fn main() {}
