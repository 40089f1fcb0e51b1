// The opted-out function is left to the implementors. They have it, trait objects do not, and
// so there can be trait objects.
#![allow(dead_code)]

trait Shape {
    fn new()
    where
        Self: Sized;
}

struct Square;

impl Shape for Square {
    fn new() {}
}

fn look(_shape: &dyn Shape) {}

fn main() {
    Square::new();
}
