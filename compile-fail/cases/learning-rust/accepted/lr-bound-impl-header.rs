// In an impl header the trait's bound is the default, ahead of the box and of the reference. So
// these four impls are for objects that live for `'a`.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

trait TiedToFirst<'a, 'b>: 'a {}

struct Holder<T>(T);

impl<'a> Holder<Box<dyn Tied<'a>>> {
    fn boxed() {}
}

impl<'r, 'a> Holder<&'r dyn Tied<'a>> {
    fn lent() {}
}

impl<'a, 'b> Holder<Box<dyn TiedToFirst<'a, 'b>>> {
    fn first_boxed() {}
}

impl<'r, 'a, 'b> Holder<&'r dyn TiedToFirst<'a, 'b>> {
    fn first_lent() {}
}

fn check<'r, 'a: 'r, 'b: 'r>() {
    Holder::<Box<dyn Tied<'a> + 'a>>::boxed();
    Holder::<&'r (dyn Tied<'a> + 'a)>::lent();
    Holder::<Box<dyn TiedToFirst<'a, 'b> + 'a>>::first_boxed();
    Holder::<&'r (dyn TiedToFirst<'a, 'b> + 'a)>::first_lent();
}

fn main() {}
