// The pattern names what is left as well, and that is stored for the next call.
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
            [first, rest @ ..] => {
                self.rest = rest;
                Some(first)
            }
        }
    }
}

fn main() {}
