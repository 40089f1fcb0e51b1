// A constant belongs to the type, and the trait object would have to have one of its own. The
// implementors' constants are not in the vtable.

trait Shape {
    const CORNERS: usize;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
