// In a `Cell` a lifetime cannot shrink by subtyping. Nor can the trait object be coerced to one
// with a shorter lifetime: it is two boxes down, and coercions go one pointer deep.

use std::cell::Cell;

trait Shape {}

fn shorten<'l: 's, 's>(cell: Cell<Box<Box<dyn Shape + 'l>>>) -> Cell<Box<Box<dyn Shape + 's>>> {
    cell
}

fn main() {}
