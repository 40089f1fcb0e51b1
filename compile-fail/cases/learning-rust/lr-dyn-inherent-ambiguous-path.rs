// `<dyn Shape as Shape>::corners` would name the trait's method. A path to the other one could
// only be this, and it leads to both.

trait Shape {
    fn corners(&self) {}
}

impl dyn Shape + '_ {
    fn corners(&self) {}
}

fn look(shape: &dyn Shape) {
    <dyn Shape>::corners(shape);
}

fn main() {}
