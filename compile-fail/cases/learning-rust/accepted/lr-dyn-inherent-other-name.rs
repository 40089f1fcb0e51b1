// Under a name that the trait does not use, a trait object's inherent method is called like
// any other.
#![allow(dead_code)]

trait Shape {
    fn corners(&self) {}
}

impl dyn Shape + '_ {
    fn count_corners(&self) {
        self.corners();
    }
}

fn look(shape: &dyn Shape) {
    shape.count_corners();
}

fn main() {}
