// A `Cell` can be written to through a shared reference. So its type argument is invariant,
// and a cell for `'static` strings is no cell for shorter ones.

use std::cell::Cell;

fn shorten<'a>(cell: &'a Cell<&'static str>) -> &'a Cell<&'a str> {
    cell
}

fn main() {}
