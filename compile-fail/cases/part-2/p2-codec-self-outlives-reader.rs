// A bound on the method does not help: `Self: 'r` says that the payload outlives the bytes.
// What is needed is the opposite, that the bytes outlive the payload.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read<'r>(r: &mut Reader<'r>) -> Self
    where
        Self: 'r;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec for PayloadU8<'a> {
    fn read<'r>(r: &mut Reader<'r>) -> Self
    where
        Self: 'r,
    {
        PayloadU8(r.buffer)
    }
}

fn main() {}
