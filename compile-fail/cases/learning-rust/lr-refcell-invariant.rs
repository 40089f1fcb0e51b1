// A `RefCell` lends out its content exclusively, on a shared reference. It is invariant like
// a `Cell`, and for the same reason: somebody could put a shorter string in.

use std::cell::RefCell;

fn shorten<'a>(cell: &'a RefCell<&'static str>) -> &'a RefCell<&'a str> {
    cell
}

fn main() {}
