// Through an exclusive reference the counter may be changed, if the reference is itself lent
// exclusively.
#![allow(dead_code)]

trait Counter {
    fn count(&mut self);
}

impl Counter for &mut dyn Counter {
    fn count(&mut self) {
        (**self).count();
    }
}

fn main() {}
