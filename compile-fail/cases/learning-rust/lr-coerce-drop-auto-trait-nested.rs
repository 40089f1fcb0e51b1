// To give up `Send` is a coercion, from one type to another, and takes place at a pointer's
// outermost level. The boxes in a vector are out of its reach.

trait Shape {}

fn forget(shapes: Vec<Box<dyn Shape + Send>>) -> Vec<Box<dyn Shape>> {
    shapes
}

fn main() {}
