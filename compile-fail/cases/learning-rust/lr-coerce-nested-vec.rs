// A box of a trait object is twice as wide as a box of `S`. The vector would have to be built
// anew, and a coercion changes one pointer, not what is behind it.

trait Shape {}

fn erase<S: Shape + 'static>(shapes: Vec<Box<S>>) -> Vec<Box<dyn Shape>> {
    shapes
}

fn main() {}
