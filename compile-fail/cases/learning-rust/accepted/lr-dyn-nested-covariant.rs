// Boxes and vectors are covariant. So without any coercion, by subtyping, the lifetime shrinks
// at every depth.
#![allow(dead_code)]

trait Shape {}

fn shorten<'l: 's, 's>(shapes: Vec<Box<Box<dyn Shape + 'l>>>) -> Vec<Box<Box<dyn Shape + 's>>> {
    shapes
}

fn main() {}
