// The trait's two bounds are both met by `'static`, and no default is asked for.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Box<dyn TiedTwice<'a, 'b> + 'static>;
}

fn main() {}
