// An associated type is fixed by the types of its impl. A lifetime that is in none of them
// could not be found again, so `&` without a name is no type here.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing<'a>(&'a str);

impl<'a> Source for Drawing<'a> {
    type Item = &dyn Shape;
}

fn main() {}
