// `dyn Shape` implements `Shape`; a box of it is another type, and has just the traits that
// somebody has written for it.

trait Shape {}

fn measure(_shape: impl Shape) {}

fn unwrap(shape: Box<dyn Shape>) {
    measure(shape);
}

fn main() {}
