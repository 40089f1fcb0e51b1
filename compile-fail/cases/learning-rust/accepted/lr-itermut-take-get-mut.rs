// `mem::take` moves the slice out and leaves an empty one behind. What is no longer behind
// `self` has kept its `'a`. The rest is lost, though: there is no second item.
#![allow(dead_code)]

use std::mem;

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        mem::take(&mut self.rest).get_mut(0)
    }
}

fn main() {}
