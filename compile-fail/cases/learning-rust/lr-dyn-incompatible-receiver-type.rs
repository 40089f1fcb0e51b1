// To dispatch, a pointer to the trait object is turned back into one to the implementor. That
// works for a single pointer, and not for one behind another.

trait Shape {
    fn look(self: &Box<Self>);
}

fn look(_shape: &dyn Shape) {}

fn main() {}
