struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

struct Payload<'a>(&'a [u8]);

impl<'a> Codec<'a> for Payload<'a> {
    fn read(r: &mut Reader<'a>) -> Self {
        Payload(r.buffer)
    }
}

fn read_local<T>(value: u8) -> T
where
    T: for<'x> Codec<'x>,
{
    let bytes = [value];
    T::read(&mut Reader { buffer: &bytes })
}

fn main() {
    let payload: Payload<'_> = read_local(7);
    assert_eq!(payload.0, [7]);
}
