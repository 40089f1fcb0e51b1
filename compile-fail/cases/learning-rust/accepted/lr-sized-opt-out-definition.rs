// A generic method would need a vtable entry for every `T`. With `Self: Sized` it needs none,
// and the trait objects go without the method.
#![allow(dead_code)]

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
