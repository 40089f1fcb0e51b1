// To keep `'a`, the exclusive slice itself would have to leave the field. But it is not
// `Copy`, and behind `&mut self` nothing may be moved out: the field would be left empty.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let buffer = self.buffer;
        buffer.get_mut(..length)
    }
}

fn main() {}
