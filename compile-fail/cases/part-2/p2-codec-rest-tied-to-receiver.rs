// What the reader hands out has to keep `'a`. This `rest` promises bytes for as long
// as the reader is lent, no longer, which is too short for a payload that lives for `'a`.

struct Reader<'a> {
    buffer: &'a [u8],
}

impl Reader<'_> {
    fn rest(&mut self) -> &[u8] {
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
