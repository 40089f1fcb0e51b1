// Elision ties the result to the receiver: while `first` is in use the reader stays lent
// to it, and a second `take` would need the reader exclusively once more.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl ReaderMut<'_> {
    fn take(&mut self, length: usize) -> Option<&mut [u8]> {
        self.buffer.split_off_mut(..length)
    }
}

fn main() {
    let mut bytes = [0, 1, 2, 3];
    let mut reader = ReaderMut { buffer: &mut bytes };
    let first = reader.take(2);
    let second = reader.take(2);
    drop((first, second));
}
