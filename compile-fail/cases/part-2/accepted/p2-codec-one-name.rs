// One name, shared by the bound and the reader: `T` is whatever can be read from these bytes.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_one<'r, T: Codec<'r>>(r: &mut Reader<'r>) -> T {
    T::read(r)
}

fn main() {}
