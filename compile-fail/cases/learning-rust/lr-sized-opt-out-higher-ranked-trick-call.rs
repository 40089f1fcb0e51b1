// `for<'a>` puts the check of the bound off, it does not do away with it. Whoever calls the
// method has to show that `str` is `Sized`.
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

fn main() {
    "loan".fit(1);
}
