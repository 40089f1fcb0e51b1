struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

impl<'a> Codec<'a> for u8 {
    fn read(r: &mut Reader<'a>) -> Self {
        r.buffer[0]
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
    assert_eq!(read_local::<u8>(7), 7);
}
