// A `Cell` is nothing but its contents, so a cell of a pointer counts as that pointer, and is
// widened along with it.
#![allow(dead_code)]

use std::cell::Cell;

trait Shape {}

fn erase<S: Shape + 'static>(shape: Cell<Box<S>>) -> Cell<Box<dyn Shape>> {
    shape
}

fn main() {}
