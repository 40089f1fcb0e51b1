// With `?Sized` on both, the implementor may be of any kind: also the trait object itself,
// which has no size that is known in advance.
#![allow(dead_code)]

trait Shape {}

fn measure<S: Shape + ?Sized>(_shape: &S) {}

fn describe<S: Shape + ?Sized>(shape: &S) {
    measure(shape);
}

fn describe_any(shape: &dyn Shape) {
    describe(shape);
}

fn main() {}
