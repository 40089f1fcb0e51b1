// `to_vec` makes a copy that nobody owns: it is gone at the end of its line. The reader's bytes
// live for `'a`; a slice of the copy does not, whatever its type is said to be.

struct Reader<'a> {
    buffer: &'a [u8],
}

struct Payload<'a>(&'a [u8]);

impl<'a> Payload<'a> {
    fn read(reader: &Reader<'a>) -> Self {
        let bytes: &'a [u8] = reader.buffer.to_vec().as_slice();
        Payload(bytes)
    }
}

fn main() {
    let reader = Reader { buffer: b"hello" };
    println!("{:?}", Payload::read(&reader).0);
}
