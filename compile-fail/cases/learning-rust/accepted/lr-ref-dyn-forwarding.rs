// The impl is for a reference to any shape, and `?Sized` lets trait objects in.
#![allow(dead_code)]

trait Shape {}

impl<S: Shape + ?Sized> Shape for &S {}

fn measure(_shape: impl Shape) {}

fn look(shape: &dyn Shape) {
    measure(shape);
}

fn main() {}
