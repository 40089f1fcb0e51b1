// In a `for<'a>` the bound counts as one that a caller might satisfy, and is not checked here.
// So the impl may repeat after all what the trait says.
#![allow(dead_code)]

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

impl Shape for str {
    fn fit<T>(&self, _into: T)
    where
        for<'a> Self: Sized,
    {
    }
}

fn main() {}
