// The piece and what the reader keeps are disjoint, so both can be looked at together.

#[derive(Debug)]
struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    used: usize,
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let piece = self.buffer.split_off_mut(..length)?;
        self.used += length;
        Some(piece)
    }
}

fn main() {
    let mut bytes = [0, 1, 2, 3];
    let mut reader = ReaderMut {
        buffer: &mut bytes,
        used: 0,
    };
    let first = reader.take(2);
    println!("{first:?} {reader:?} {}", reader.used);
}
