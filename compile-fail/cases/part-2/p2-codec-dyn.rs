// `read` makes a `Self` out of nothing but bytes, so the trait asks for `Sized`; and a trait
// that does has no trait objects, not even for the half of it that only encodes.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn encode(&self, out: &mut Vec<u8>);
    fn read(r: &mut Reader<'r>) -> Self;
}

fn encode_all(_values: &[&dyn Codec<'_>]) {}

fn main() {}
