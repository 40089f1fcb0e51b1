// A field is as changeable as the variable that holds the struct. In Rust `mut` stands at the
// variable; no field has one of its own.

struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

fn main() {
    let reader = Reader {
        buffer: b"hello",
        cursor: 0,
    };
    reader.cursor = 2;
    println!("{:?}", &reader.buffer[reader.cursor..]);
}
