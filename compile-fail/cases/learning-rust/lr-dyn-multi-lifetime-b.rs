// Now it is the first loan that would have to last long enough. Nothing says which of `'a` and
// `'b` is the longer one, so neither will do.

use std::cell::Cell;

trait Shape {}

struct Both<'a, 'b>(Cell<&'a u8>, Cell<&'b u8>);

impl Shape for Both<'_, '_> {}

fn erase<'a, 'b>(both: Both<'a, 'b>) {
    let _shape: Box<dyn Shape + 'b> = Box::new(both);
}

fn main() {}
