// The impl has no lifetime that the reference could take: a caller that knows `Drawing` would
// not know how long the item lives. The compiler once gave this the code E0637.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing;

impl Source for Drawing {
    type Item = &dyn Shape;
}

fn main() {}
