// It is not `T` that is missing. A full path names this method of this impl, and the trait's
// bound on `Self` is checked as before.
#![allow(dead_code)]

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

impl Shape for str {
    fn fit<T>(&self, _into: T) {}
}

fn main() {
    <str as Shape>::fit::<i32>("loan", 1);
}
