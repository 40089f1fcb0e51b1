// The caller chooses `'r` and brings the bytes that live for it.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_one<'r, T: Codec<'r>>(input: &'r [u8]) -> T {
    T::read(&mut Reader { buffer: input })
}

fn main() {}
