// `for<'x>` asks for a type that can be read from every reader. `PayloadU8<'a>` can be read
// from one that holds `'a`, and rightly no more: it would outlive the local buffer.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

struct PayloadU8<'a>(&'a [u8]);

impl<'a> Codec<'a> for PayloadU8<'a> {
    fn read(r: &mut Reader<'a>) -> Self {
        PayloadU8(r.buffer)
    }
}

fn read_copy<T>(input: &[u8]) -> T
where
    T: for<'x> Codec<'x>,
{
    let bytes = input.to_vec();
    T::read(&mut Reader { buffer: &bytes })
}

fn main() {
    read_copy::<PayloadU8<'_>>(&[1, 2, 3]);
}
