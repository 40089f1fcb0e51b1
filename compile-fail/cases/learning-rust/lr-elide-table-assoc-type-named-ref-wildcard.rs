// The reference has its name now, `'_` still asks for one. Without it the object would simply
// take the reference's.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing<'a>(&'a str);

impl<'a> Source for Drawing<'a> {
    type Item = &'a (dyn Shape + '_);
}

fn main() {}
