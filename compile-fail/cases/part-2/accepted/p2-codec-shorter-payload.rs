// More general than it needs to be, and accepted: the payload may claim a shorter loan than
// the reader's. A slice is covariant, so `&'r [u8]` serves as `&'a [u8]`.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a, 'r: 'a> Codec<'r> for PayloadU8<'a> {
    fn read(r: &mut Reader<'r>) -> Self {
        PayloadU8(r.buffer)
    }
}

fn main() {}
