// With a name in the header `Self` is `dyn Shape + 'a`. That asks less of `S`, but still that
// it outlives `'a`.

trait Shape {}

impl<'a> dyn Shape + 'a {
    fn boxed<S: Shape>(shape: S) -> Box<Self> {
        Box::new(shape)
    }
}

fn main() {}
