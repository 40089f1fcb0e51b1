// A second impl, for a reference on the right: now the type of the right-hand side does not
// follow from the left, so the compiler converts nothing, and borrows.
#![allow(dead_code)]

trait Shape {
    fn area(&self) -> u32;
}

impl PartialEq for dyn Shape {
    fn eq(&self, other: &Self) -> bool {
        self.area() == other.area()
    }
}

impl PartialEq<&Self> for Box<dyn Shape> {
    fn eq(&self, other: &&Self) -> bool {
        **self == ***other
    }
}

fn is_itself(shape: Box<dyn Shape>) -> bool {
    shape == shape && shape.area() == 1
}

fn main() {}
