struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec: Sized {
    fn read(r: &mut Reader<'_>) -> Self;
}

struct Payload<'a>(&'a [u8]);

impl<'a> Codec for Payload<'a> {
    fn read(r: &mut Reader<'a>) -> Self {
        Payload(r.buffer)
    }
}

fn main() {
    let bytes = [2, 104, 50];
    let mut r = Reader { buffer: &bytes };
    assert_eq!(Payload::read(&mut r).0, [2, 104, 50]);
}
