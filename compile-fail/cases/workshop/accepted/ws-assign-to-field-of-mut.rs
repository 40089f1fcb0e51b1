// A variable that is `mut` lets every field be assigned to, while nothing of it is lent.

struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

fn main() {
    let mut reader = Reader {
        buffer: b"hello",
        cursor: 0,
    };
    reader.cursor = 2;
    println!("{:?}", &reader.buffer[reader.cursor..]);
}
