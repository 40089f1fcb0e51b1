// The reference knows its lifetime, and is not asked: the trait's two bounds come first, and
// they do not agree.

trait TiedTwice<'a, 'b>: 'a + 'b {}

trait Source {
    type Item;
}

struct Drawing<'r, 'a, 'b>(&'r &'a str, &'r &'b str);

impl<'r, 'a, 'b> Source for Drawing<'r, 'a, 'b> {
    type Item = &'r dyn TiedTwice<'a, 'b>;
}

fn main() {}
