// The impl's `'a` is early-bound, and the trait's bound makes it the default of the object in
// an associated constant.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<&'a dyn Tied<'a>> = None;
    const SAME: Option<&'a (dyn Tied<'a> + 'a)> = Self::NOTHING;
}

fn main() {}
