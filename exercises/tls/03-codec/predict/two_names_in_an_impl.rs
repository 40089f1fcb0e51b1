struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

struct Payload<'a>(&'a [u8]);

impl<'a, 'r: 'a> Codec<'r> for Payload<'a> {
    fn read(r: &mut Reader<'r>) -> Self {
        Payload(r.buffer)
    }
}

fn main() {
    let bytes = [2, 104, 50];
    let mut r = Reader { buffer: &bytes };
    assert_eq!(Payload::read(&mut r).0, [2, 104, 50]);
}
