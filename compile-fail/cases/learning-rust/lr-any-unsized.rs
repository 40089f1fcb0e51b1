// A text's length lies beside the pointer to it, where a trait object has its table. There is
// no room for both, so a `str` cannot be erased; a `&str` can, being of known size.

use std::any::Any;

fn main() {
    let any: &dyn Any = "text";
    println!("{}", any.is::<&str>());
}
