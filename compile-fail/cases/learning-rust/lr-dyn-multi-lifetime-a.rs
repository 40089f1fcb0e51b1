// All that is erased has to be good for the trait object's lifetime. With `'a` the second loan
// would have to be, and `'b` may end earlier.

use std::cell::Cell;

trait Shape {}

struct Both<'a, 'b>(Cell<&'a u8>, Cell<&'b u8>);

impl Shape for Both<'_, '_> {}

fn erase<'a, 'b>(both: Both<'a, 'b>) {
    let _shape: Box<dyn Shape + 'a> = Box::new(both);
}

fn main() {}
