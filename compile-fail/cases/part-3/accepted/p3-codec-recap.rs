// With the lifetime on the trait, one impl header says that the payload borrows from the
// reader's bytes: both are `'a`.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

impl<'a> Reader<'a> {
    fn sub(&mut self, length: usize) -> Option<Reader<'a>> {
        let buffer = self.buffer.split_off(..length)?;
        Some(Reader { buffer })
    }

    fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.buffer)
    }
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Option<Self>;
}

impl Codec<'_> for u8 {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        r.buffer.split_off_first().copied()
    }
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec<'a> for PayloadU8<'a> {
    fn read(r: &mut Reader<'a>) -> Option<Self> {
        let length = u8::read(r)?;
        Some(PayloadU8(r.sub(length.into())?.rest()))
    }
}

fn main() {}
