// From the reference follows `S = dyn Shape`. That type implements the trait, and yet it
// does not fit: it has no known size, and a plain parameter asks for one.

trait Shape {}

fn measure<S: Shape>(_shape: &S) {}

fn describe(shape: &dyn Shape) {
    measure(shape);
}

fn main() {}
