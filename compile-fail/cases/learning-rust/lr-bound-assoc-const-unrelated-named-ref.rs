// The reference has a name now. The object has the trait's bound, a lifetime without a name,
// and of that nobody knows whether it outlives `'a`. The lint against it is left aside.
#![allow(elided_lifetimes_in_associated_constant)]

trait Tied<'a>: 'a {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<&'a dyn Tied<'_>> = None;
}

fn main() {}
