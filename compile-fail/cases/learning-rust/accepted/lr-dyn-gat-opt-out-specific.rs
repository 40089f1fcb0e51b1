// Opted out, an associated type with a parameter is no obstacle. It may even be named, for one
// lifetime.
#![allow(dead_code, unused_associated_type_bounds)]

trait Shape {
    type Side<'a>
    where
        Self: Sized;
}

fn look(_shape: &dyn Shape<Side<'static> = &'static u8>) {}

fn main() {}
