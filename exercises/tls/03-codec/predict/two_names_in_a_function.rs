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

fn read_two<'r, 'a, T: Codec<'a>>(r: &mut Reader<'r>) -> (T, T)
where
    'r: 'a,
{
    (T::read(r), T::read(r))
}

fn main() {
    let bytes = [7];
    let mut r = Reader { buffer: &bytes };
    assert_eq!(read_two::<u8>(&mut r), (7, 7));
}
