// The definition compiles once the receiver's loan is asked to last for all of `'a`,
// as the compiler's help says. What that costs shows at the second call.
#![allow(dead_code)]

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take<'s: 'a>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        self.buffer.get_mut(..length)
    }
}

fn main() {}
