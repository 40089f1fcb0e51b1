// With the lint allowed `'_` is still `'static`, and the trait's bound makes the object
// `'static` too.
#![allow(dead_code, elided_lifetimes_in_associated_constant)]

trait Tied<'a>: 'a {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<Box<dyn Tied<'_>>> = None;
    const STATIC: Option<Box<dyn Tied<'static> + 'static>> = Self::NOTHING;
}

fn main() {}
