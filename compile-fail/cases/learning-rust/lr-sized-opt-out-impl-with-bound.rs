// A bound that mentions no parameter is checked where it stands, and `str` is not `Sized`. That
// it is copied from the trait does not excuse it.
#![allow(dead_code)]

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

impl Shape for str {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized,
    {
    }
}

fn main() {}
