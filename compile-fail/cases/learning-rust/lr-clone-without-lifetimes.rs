// `Box<dyn Shape>` is `'static` here, so what is cloned into it must not borrow. Of a shape that
// can be cloned, that is not known.

trait Shape: CloneShape {}

trait CloneShape {
    fn boxed_clone(&self) -> Box<dyn Shape>;
}

impl<T: Shape + Clone> CloneShape for T {
    fn boxed_clone(&self) -> Box<dyn Shape> {
        Box::new(self.clone())
    }
}

fn main() {}
