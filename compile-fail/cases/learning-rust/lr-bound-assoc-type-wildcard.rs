// A wildcard cannot stand in for the trait's bound: an associated type has no place that `'_`
// could take a lifetime from. `Tied<'a>` alone would do.

trait Tied<'a>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'a>(&'a str);

impl<'a> Source for Drawing<'a> {
    type Item = Box<dyn Tied<'a> + '_>;
}

fn main() {}
