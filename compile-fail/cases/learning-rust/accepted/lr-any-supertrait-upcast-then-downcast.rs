// Accepted today: since Rust 1.86 an object turns into one of its supertrait. So `dyn Shape`
// becomes `dyn Any` first, and that has the method.
#![allow(dead_code)]

use std::any::Any;

trait Shape: Any {}

fn side(shape: &dyn Shape) -> Option<&u32> {
    let any: &dyn Any = shape;
    any.downcast_ref()
}

fn main() {}
