// Without a lifetime on the trait nothing ties the reader's bytes to the payload. `Self`
// stands for one `PayloadU8<'a>`, and its `'a` has no part in the method's signature.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read(r: &mut Reader<'_>) -> Option<Self>;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec for PayloadU8<'a> {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self(r.buffer))
    }
}

fn main() {}
