// In a box the object needs no lifetime from outside: its default is `'static`, also in an
// associated type.
#![allow(dead_code)]

trait Shape {}

trait Source {
    type Item;
}

struct Drawing;

impl Source for Drawing {
    type Item = Box<dyn Shape>;
}

fn main() {}
