// A reader of longer-lived bytes is no substitute either: `&mut Reader<'long>` is invariant,
// for through it `read` may store a short-lived slice in the reader.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_one<'short, 'long: 'short, T: Codec<'short>>(r: &mut Reader<'long>) -> T {
    T::read(r)
}

fn main() {}
