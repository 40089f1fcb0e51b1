// Now all of the slice goes back, and its first item is handed out too: two exclusive ways to
// the one item, both for `'a`. Were it accepted, the next call would hand it out again.

use std::mem;

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        let slice = mem::take(&mut self.rest);
        self.rest = slice;
        slice.get_mut(0)
    }
}

fn main() {}
