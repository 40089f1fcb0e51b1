// With the compiler's bound `'s: 'a` the method compiles, and can be called only once:
// each call borrows the reader for as long as its bytes are borrowed, here to the end.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take<'s: 'a>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        self.buffer.get_mut(..length)
    }
}

fn main() {
    let mut bytes = [1, 2, 3, 4];
    let mut reader = ReaderMut { buffer: &mut bytes };
    reader.take(2);
    reader.take(2);
}
