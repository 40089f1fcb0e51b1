// In front of the trait `for<'a>` is good for everything behind it, also for the lifetimes of
// the associated type.
#![allow(dead_code, unused_associated_type_bounds)]

trait Shape {
    type Side<'a>
    where
        Self: Sized;
}

fn look(_shape: &dyn for<'a> Shape<Side<'a> = &'a u8>) {}

fn main() {}
