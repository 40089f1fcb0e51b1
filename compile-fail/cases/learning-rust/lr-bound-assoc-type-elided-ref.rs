// The trait's bound supplies the object's lifetime, but nothing supplies the reference's. In
// an associated type it has to come from the impl, and this impl has none.

trait Tied<'a>: 'a {}

trait Source {
    type Item;
}

struct Drawing;

impl Source for Drawing {
    type Item = &dyn Tied<'static>;
}

fn main() {}
