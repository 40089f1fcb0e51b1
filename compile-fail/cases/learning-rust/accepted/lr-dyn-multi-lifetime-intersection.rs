// A third lifetime, that both of the others outlive, is short enough for either loan. It can
// also be named in a signature.
#![allow(dead_code)]

use std::cell::Cell;

trait Shape {}

struct Both<'a, 'b>(Cell<&'a u8>, Cell<&'b u8>);

impl Shape for Both<'_, '_> {}

fn erase<'a: 'c, 'b: 'c, 'c>(both: Both<'a, 'b>) -> Box<dyn Shape + 'c> {
    Box::new(both)
}

fn main() {}
