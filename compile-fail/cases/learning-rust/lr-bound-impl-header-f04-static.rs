// Behind the reference it is the same: the first parameter is in the trait's bound, so the
// header is about an object of `'a`, and a `'static` one is no match.

trait TiedToFirst<'a, 'b>: 'a {}

struct Holder<T>(T);

impl<'r, 'a, 'b> Holder<&'r dyn TiedToFirst<'a, 'b>> {
    fn look() {}
}

fn check<'r, 'a: 'r, 'b: 'r>() {
    Holder::<&'r (dyn TiedToFirst<'a, 'b> + 'static)>::look();
}

fn main() {}
