// A reference has a known size. So the trait goes to `&str`, and the method can be called on one.

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

impl Shape for &str {
    fn fit<T>(&self, _into: T) {}
}

fn main() {
    "loan".fit(1);
}
