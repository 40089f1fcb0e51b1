// Nothing says that `Self` can be cloned, so `self.clone()` copies the reference. What is boxed
// then is a `&Self`, and that is no shape.

trait Shape {
    fn boxed_clone(&self) -> Box<dyn Shape + '_> {
        Box::new(self.clone())
    }
}

fn main() {}
