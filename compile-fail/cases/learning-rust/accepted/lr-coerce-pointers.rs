// A pointer to an implementor becomes a pointer to the trait object, whatever the pointer. For
// an auto trait the implementor has to have that, too.
#![allow(dead_code)]

use std::rc::Rc;

trait Shape {}

fn lend<S: Shape>(shape: &S) -> &dyn Shape {
    shape
}

fn share<S: Shape + 'static>(shape: Rc<S>) -> Rc<dyn Shape> {
    shape
}

fn erase<S: Shape + Send + 'static>(shape: S) -> Box<dyn Shape + Send> {
    Box::new(shape)
}

fn main() {}
