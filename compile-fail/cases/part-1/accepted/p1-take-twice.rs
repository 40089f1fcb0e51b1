// The result does not keep the reader lent, so the second call may come while the first
// piece is still in use.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let (piece, rest) = std::mem::take(&mut self.buffer).split_at_mut_checked(length)?;
        self.buffer = rest;
        Some(piece)
    }
}

fn main() {
    let mut bytes = [0, 1, 2, 3];
    let mut reader = ReaderMut { buffer: &mut bytes };
    let first = reader.take(2);
    let second = reader.take(2);
    drop((first, second));
}
