// What is behind a shared reference may be read only. So the reference can pass on the methods
// that take `&self`, and not this one, not even where the reference itself is exclusive.

trait Counter {
    fn count(&mut self);
}

impl Counter for &dyn Counter {
    fn count(&mut self) {
        (**self).count();
    }
}

fn main() {}
