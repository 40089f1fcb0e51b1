// A type's id says nothing about lifetimes, so `Any` is for types that are `'static`. A reference
// to a local is not, and it is the reference that would be erased here.

use std::any::Any;

fn main() {
    let local = 7;
    let any: &dyn Any = &&local;
    println!("{}", any.is::<&i32>());
}
