// `Self` is the type of the header, and the header says `dyn Shape + 'static` without showing
// it. A boxed `S` is such an object only if it never expires.

trait Shape {}

impl dyn Shape {
    fn boxed<S: Shape>(shape: S) -> Box<Self> {
        Box::new(shape)
    }
}

fn main() {}
