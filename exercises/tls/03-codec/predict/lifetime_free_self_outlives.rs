struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read<'r>(r: &mut Reader<'r>) -> Self
    where
        Self: 'r;
}

struct Payload<'a>(&'a [u8]);

impl<'a> Codec for Payload<'a> {
    fn read<'r>(r: &mut Reader<'r>) -> Self
    where
        Self: 'r,
    {
        Payload(r.buffer)
    }
}

fn main() {
    let bytes = [2, 104, 50];
    let mut r = Reader { buffer: &bytes };
    assert_eq!(Payload::read(&mut r).0, [2, 104, 50]);
}
