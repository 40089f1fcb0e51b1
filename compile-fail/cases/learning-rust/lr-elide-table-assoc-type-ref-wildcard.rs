// Two lifetimes are left open, and an associated type can leave none: the reference has no
// name, and `'_` is no name. Each is an error of its own.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing;

impl Source for Drawing {
    type Item = &(dyn Shape + '_);
}

fn main() {}
