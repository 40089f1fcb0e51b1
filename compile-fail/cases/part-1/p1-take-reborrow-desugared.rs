// The implicit reborrow, written out: `&mut *self.buffer` passes through `self`, so it is
// good for `'s`, and so is every piece of it. Nothing here could promise `'a`.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take<'s>(&'s mut self, length: usize) -> &'a mut [u8] {
        let buffer: &'s mut [u8] = &mut *self.buffer;
        let piece: &'s mut [u8] = &mut buffer[..length];
        piece
    }
}

fn main() {}
