// Neither the trait nor `Rc` is ours. The type inside does not make up for that: only `&`,
// `&mut`, `Box` and `Pin` are looked through, and `Rc` is not among them.

use std::rc::Rc;

trait Shape {}

impl Default for Rc<dyn Shape> {
    fn default() -> Self {
        unimplemented!()
    }
}

fn main() {}
