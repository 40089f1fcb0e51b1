// For a trait object the trait's own methods rank as high as inherent ones. So a method of the
// same name does not take precedence, and neither of the two is called.

trait Shape {
    fn corners(&self) {}
}

impl dyn Shape + '_ {
    fn corners(&self) {}
}

fn look(shape: &dyn Shape) {
    shape.corners();
}

fn main() {}
