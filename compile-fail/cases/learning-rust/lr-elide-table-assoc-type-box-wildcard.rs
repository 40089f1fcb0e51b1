// `'_` asks for a lifetime to be filled in. An associated type has no arguments to take one
// from, and the impl's header is not searched.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing;

impl Source for Drawing {
    type Item = Box<dyn Shape + '_>;
}

fn main() {}
