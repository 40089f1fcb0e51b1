// Leaving the receiver's lifetime without a name changes nothing but the compiler's words:
// the anonymous lifetime of `&mut self` is now called `'1`.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let start = self.cursor;
        self.cursor += length;
        self.buffer.get_mut(start..self.cursor)
    }
}

fn main() {}
