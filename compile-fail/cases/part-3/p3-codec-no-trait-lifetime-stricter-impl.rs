// An impl may not ask for more than its trait. The trait promises `read` for every reader;
// this one only takes readers of `'a`. Neither lifetime outlives the other, hence two errors.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read(r: &mut Reader<'_>) -> Self;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec for PayloadU8<'a> {
    fn read(r: &mut Reader<'a>) -> Self {
        PayloadU8(r.buffer)
    }
}

fn main() {}
