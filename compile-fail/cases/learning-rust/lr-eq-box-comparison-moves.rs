// `==` should borrow both sides. As one impl only is to be had, the compiler converts the box on
// the right to what that asks for, if only for its lifetime, and converting moves. But the box
// is on loan to the left-hand side, and is used again.

trait Shape {
    fn area(&self) -> u32;
}

impl PartialEq for dyn Shape {
    fn eq(&self, other: &Self) -> bool {
        self.area() == other.area()
    }
}

fn is_itself(shape: Box<dyn Shape>) -> bool {
    shape == shape && shape.area() == 1
}

fn main() {}
