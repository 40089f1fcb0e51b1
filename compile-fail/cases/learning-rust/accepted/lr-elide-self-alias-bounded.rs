// `S` outlives what the header says of `Self`: `'static` if it says nothing, else the lifetime
// that it names.
#![allow(dead_code)]

trait Shape {}

impl dyn Shape {
    fn boxed<S: Shape + 'static>(shape: S) -> Box<Self> {
        Box::new(shape)
    }
}

impl<'a> dyn Shape + 'a {
    fn boxed_for<S: Shape + 'a>(shape: S) -> Box<Self> {
        Box::new(shape)
    }
}

fn main() {}
