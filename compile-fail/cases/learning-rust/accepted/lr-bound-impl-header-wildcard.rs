// `+ '_` in a header is a lifetime of its own, in spite of the trait's bounds, even where these
// are two.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

trait TiedTwice<'a, 'b>: 'a + 'b {}

struct Holder<T>(T);

impl<'a> Holder<Box<dyn Tied<'a> + '_>> {
    fn boxed() {}
}

impl<'a, 'b> Holder<Box<dyn TiedTwice<'a, 'b> + '_>> {
    fn twice_boxed() {}
}

impl<'r, 'a, 'b> Holder<&'r (dyn TiedTwice<'a, 'b> + '_)> {
    fn twice_lent() {}
}

fn check<'r, 'a: 'r, 'b: 'r>() {
    Holder::<Box<dyn Tied<'a> + 'static>>::boxed();
    Holder::<Box<dyn TiedTwice<'a, 'b> + 'static>>::twice_boxed();
    Holder::<&'r (dyn TiedTwice<'a, 'b> + 'static)>::twice_lent();
}

fn main() {}
