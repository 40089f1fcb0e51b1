// The allocating version needs no lifetime on the trait: a payload with its own bytes
// has nothing to do with the reader once it is read.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read(r: &mut Reader<'_>) -> Self;
}

struct PayloadU8(Vec<u8>);

impl Codec for PayloadU8 {
    fn read(r: &mut Reader<'_>) -> Self {
        PayloadU8(r.buffer.to_vec())
    }
}

fn main() {}
