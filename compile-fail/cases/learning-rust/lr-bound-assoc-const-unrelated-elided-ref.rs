// The reference has a lifetime without a name, the trait's parameter has another, and by its
// bound so has the object. Nothing says that the object outlives the reference. The lint that
// is against all such lifetimes is left aside.
#![allow(elided_lifetimes_in_associated_constant)]

trait Tied<'a>: 'a {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<&dyn Tied<'_>> = None;
}

fn main() {}
