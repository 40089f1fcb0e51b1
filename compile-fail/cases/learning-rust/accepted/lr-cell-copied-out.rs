// The string is copied out, and then it may shrink like any other. The first cell still holds only
// what is `'static`.
#![allow(dead_code)]

use std::cell::Cell;

fn shorten<'a>(cell: &Cell<&'static str>) -> Cell<&'a str> {
    Cell::new(cell.get())
}

fn main() {}
