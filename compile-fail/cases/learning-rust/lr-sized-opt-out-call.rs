// The method is there, and asks for nothing. But a call goes by what the trait says, and the
// trait wants `Self: Sized`.
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
    "loan".fit(1);
}
