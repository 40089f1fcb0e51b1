// The slice in the reader is for `'a` already, and a shared slice is `Copy`. What is copied out
// of the field is the reference, not a single byte.

struct Reader<'a> {
    buffer: &'a [u8],
}

struct Payload<'a>(&'a [u8]);

impl<'a> Payload<'a> {
    fn read(reader: &Reader<'a>) -> Self {
        let bytes: &'a [u8] = reader.buffer;
        Payload(bytes)
    }
}

fn main() {
    let reader = Reader { buffer: b"hello" };
    println!("{:?}", Payload::read(&reader).0);
}
