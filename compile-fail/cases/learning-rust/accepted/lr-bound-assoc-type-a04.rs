// Behind a reference, too, the object in an associated type has the trait's bound, `'a`, and not
// the reference's lifetime.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'r, 'a>(&'r &'a str);

impl<'r, 'a> Source for Drawing<'r, 'a> {
    type Item = &'r dyn Tied<'a>;
}

fn check<'r, 'a: 'r>() {
    let nothing: Option<<Drawing<'r, 'a> as Source>::Item> = None;
    let _: Option<&'r (dyn Tied<'a> + 'a)> = nothing;
}

fn main() {}
