// Without a lifetime on the trait, `read` must do for a reader of any bytes. `Self` holds a
// slice for one `'a` that was chosen before; the bytes at hand live for some other time.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read(r: &mut Reader<'_>) -> Self;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec for PayloadU8<'a> {
    fn read(r: &mut Reader<'_>) -> Self {
        PayloadU8(r.buffer)
    }
}

fn main() {}
