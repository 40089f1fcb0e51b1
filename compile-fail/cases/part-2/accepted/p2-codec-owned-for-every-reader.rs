// In an impl header `'_` is a fresh lifetime: this one impl makes `u8` a codec for every
// reader, so it also meets the higher-ranked bound.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

impl Codec<'_> for u8 {
    fn read(r: &mut Reader<'_>) -> Self {
        r.buffer[0]
    }
}

fn read_local<T: for<'x> Codec<'x>>() -> T {
    T::read(&mut Reader { buffer: &[7] })
}

fn main() {
    read_local::<u8>();
}
