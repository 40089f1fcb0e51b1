// The document's mistake: its example binds the reader without `mut`. `take` borrows the
// reader exclusively, and only a variable that was declared `mut` can be lent like that.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        self.buffer.split_off_mut(..length)
    }
}

fn main() {
    let mut bytes = [0, 1, 2, 3];
    let reader = ReaderMut { buffer: &mut bytes };
    let first = reader.take(2);
    let second = reader.take(2);
    drop((first, second));
}
