// `&dyn Shape` asks for a shape, not for one of the same type.
#![allow(dead_code)]

trait Shape {
    fn covers(&self, other: &dyn Shape) -> bool;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
