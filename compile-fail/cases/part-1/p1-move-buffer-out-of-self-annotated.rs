// With its type written down the binding is a coercion site, so the compiler reborrows
// instead of moving; and a reborrow through `'s` is too short for the `'a` that is asked for.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take<'s>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        let buffer: &'a mut [u8] = self.buffer;
        buffer.get_mut(..length)
    }
}

fn main() {}
