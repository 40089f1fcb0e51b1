// Every type parameter is `Sized` unless it says `?Sized`. The caller's does, so it may stand
// for a type, like a trait object, that the callee's cannot be.

trait Shape {}

fn measure<S: Shape>(_shape: &S) {}

fn describe<S: Shape + ?Sized>(shape: &S) {
    measure(shape);
}

fn main() {}
