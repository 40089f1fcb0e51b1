// An impl may ask for less than its trait does. Without the bound nothing is untrue, and the
// method is there.
#![allow(dead_code)]

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

impl Shape for str {
    fn fit<T>(&self, _into: T) {}
}

fn main() {}
