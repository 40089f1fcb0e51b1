// One name for the bound and another for the reader: `T` can be read from `Reader<'a>` only.
// Behind `&mut` a reader's lifetime neither shrinks nor grows, so each has to outlive the
// other, an error in either direction.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_one<'a, 'r, T: Codec<'a>>(r: &mut Reader<'r>) -> T {
    T::read(r)
}

fn main() {}
