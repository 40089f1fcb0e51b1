// The trait's method is opted out, and no trait object has it. All the same its name is taken:
// the bound is looked at after the method has been chosen.

trait Shape {
    fn corners(&self)
    where
        Self: Sized;
}

impl dyn Shape + '_ {
    fn corners(&self) {}
}

fn look(shape: &dyn Shape) {
    shape.corners();
}

fn main() {}
