// `mem::take` swaps the field with its default, an empty slice. What comes out is the
// original, not a reborrow, and so it is good for all of `'a`.
#![allow(dead_code)]

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
}

impl<'a> ReaderMut<'a> {
    fn take_all<'s>(&'s mut self) -> &'a mut [u8] {
        std::mem::take(&mut self.buffer)
    }
}

fn main() {}
