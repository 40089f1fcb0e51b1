// With a name for the reference the type is complete: the object's lifetime is the reference's,
// and the impl says where that comes from.
#![allow(dead_code)]

trait Shape {}

trait Source {
    type Item;
}

struct Drawing<'a>(&'a str);

impl<'a> Source for Drawing<'a> {
    type Item = &'a dyn Shape;
}

fn main() {}
