// Behind a reference, too, a lifetime that is written down needs no default.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

trait Source {
    type Item;
}

struct Drawing<'r, 'a, 'b>(&'r &'a str, &'r &'b str);

impl<'r, 'a, 'b> Source for Drawing<'r, 'a, 'b> {
    type Item = &'r (dyn TiedTwice<'a, 'b> + 'static);
}

fn main() {}
