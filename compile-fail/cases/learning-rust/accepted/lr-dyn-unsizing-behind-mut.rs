// Behind `&mut` nothing shrinks by subtyping. But a wide pointer may be coerced to another one,
// from trait object to trait object, and that may shorten the lifetime.
#![allow(dead_code)]

trait Shape {}

fn shorten<'m, 'l: 's, 's>(shape: &'m mut (dyn Shape + 'l)) -> &'m mut (dyn Shape + 's) {
    shape
}

fn main() {}
