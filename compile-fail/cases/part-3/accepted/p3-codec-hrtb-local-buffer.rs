// A type that can be read from every reader can be read from a local buffer too: its value
// borrows nothing from it.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_copy<T>(input: &[u8]) -> T
where
    T: for<'x> Codec<'x>,
{
    let bytes = input.to_vec();
    T::read(&mut Reader { buffer: &bytes })
}

fn main() {}
