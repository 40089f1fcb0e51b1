// Two bounds on the trait offer two defaults, and an associated type asks the trait before the
// box.

trait TiedTwice<'a, 'b>: 'a + 'b {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Box<dyn TiedTwice<'a, 'b>>;
}

fn main() {}
