// Box by box it works. The second vector is a new one, and its elements are wider.
#![allow(dead_code)]

trait Shape {}

fn erase<S: Shape + 'static>(shapes: Vec<Box<S>>) -> Vec<Box<dyn Shape>> {
    shapes.into_iter().map(|shape| shape as _).collect()
}

fn main() {}
