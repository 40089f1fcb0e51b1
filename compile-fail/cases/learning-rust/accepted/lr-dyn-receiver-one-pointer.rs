// A box of a trait object can be turned back into a box of the implementor.
#![allow(dead_code)]

trait Shape {
    fn look(self: Box<Self>);
}

fn look(_shape: &dyn Shape) {}

fn main() {}
