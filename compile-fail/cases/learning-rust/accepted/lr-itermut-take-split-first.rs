// Take the slice, split it, store the rest: the item and what is kept do not overlap, and
// both are good for `'a`.
#![allow(dead_code)]

use std::mem;

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        let (first, rest) = mem::take(&mut self.rest).split_first_mut()?;
        self.rest = rest;
        Some(first)
    }
}

fn main() {}
