// A reference is a type of its own, too. Nobody has said what it means for `&dyn Shape` to be
// a shape, and the compiler does not guess.

trait Shape {}

fn measure(_shape: impl Shape) {}

fn look(shape: &dyn Shape) {
    measure(shape);
}

fn main() {}
