// The trait object is good for as long as both loans are. `'_` lets the compiler find such a
// lifetime, and here it need not have a name.
#![allow(dead_code)]

use std::cell::Cell;

trait Shape {}

struct Both<'a, 'b>(Cell<&'a u8>, Cell<&'b u8>);

impl Shape for Both<'_, '_> {}

fn erase<'a, 'b>(both: Both<'a, 'b>) {
    let _shape: Box<dyn Shape + '_> = Box::new(both);
}

fn main() {}
