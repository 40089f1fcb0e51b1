// Without a bound on the trait, `&'r` would make the object's lifetime `'r`. With it that is
// `'a`, and `'r` falls short.

trait Tied<'a>: 'a {}

struct Holder<T>(T);

impl<'r, 'a> Holder<&'r dyn Tied<'a>> {
    fn look() {}
}

fn check<'r, 'a: 'r>() {
    Holder::<&'r (dyn Tied<'a> + 'r)>::look();
}

fn main() {}
