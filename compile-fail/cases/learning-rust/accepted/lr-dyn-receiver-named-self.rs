// Nothing but the name has changed, and with it a call is made on a value.
#![allow(dead_code)]

trait Shape {
    fn look(self: &Self);
}

fn look(_shape: &dyn Shape) {}

fn main() {}
