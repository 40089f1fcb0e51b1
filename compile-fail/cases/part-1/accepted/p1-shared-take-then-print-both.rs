// The shared reader still sees the bytes it has handed out. Two shared slices may overlap,
// so nobody has to take anything away from it.

#[derive(Debug)]
struct Reader<'a> {
    buffer: &'a [u8],
    cursor: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let start = self.cursor;
        self.cursor += length;
        self.buffer.get(start..self.cursor)
    }
}

fn main() {
    let mut reader = Reader {
        buffer: &[0, 1, 2, 3],
        cursor: 0,
    };
    let first = reader.take(2);
    println!("{first:?} {reader:?}");
}
