// A box of any shape becomes a shape: each method of the impl calls the one of the shape inside.
// `**self` is that shape; `self.name()` would call this very method again.
#![allow(dead_code)]

trait Shape {
    fn name(&self) -> String;
}

impl Shape for Box<dyn Shape + '_> {
    fn name(&self) -> String {
        (**self).name()
    }
}

fn measure(_shape: impl Shape) {}

fn unwrap(shape: Box<dyn Shape>) {
    measure(shape);
}

fn main() {}
