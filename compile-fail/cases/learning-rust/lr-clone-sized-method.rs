// `where Self: Sized` keeps the trait fit for objects, by keeping the method from them: `dyn
// Shape` has no known size, and so it cannot be copied this way.

trait Shape {
    fn boxed_clone(&self) -> Box<dyn Shape>
    where
        Self: Sized;
}

fn copy(shape: &dyn Shape) -> Box<dyn Shape> {
    shape.boxed_clone()
}

fn main() {}
