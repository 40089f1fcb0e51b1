// The type behind the trait object is erased, the loan in it is not. In a box the lifetime that
// is left out is `'static`, and a reference to a local is not.

use std::fmt::Display;

fn label() -> Box<dyn Display> {
    let name = String::from("square");
    Box::new(&name)
}

fn main() {}
