// With the slice moved out the pattern works too. It compiles without putting the rest back,
// and then there is but one item: the borrow checker sees to loans, not to sense.
#![allow(dead_code)]

use std::mem;

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        match mem::take(&mut self.rest) {
            [] => None,
            [first, ..] => Some(first),
        }
    }
}

fn main() {}
