// `'static` for the parameter and for the object: no lint objects, and no default is asked for.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<Box<dyn TiedTwice<'a, 'static> + 'static>> = None;
}

fn main() {}
