// The header is about objects of `'a`, so `'r` would have to outlive `'a`. As `'b` outlives
// `'r`, the compiler follows the chain and misses `'b: 'a` as well.

trait TiedToFirst<'a, 'b>: 'a {}

struct Holder<T>(T);

impl<'r, 'a, 'b> Holder<&'r dyn TiedToFirst<'a, 'b>> {
    fn look() {}
}

fn check<'r, 'a: 'r, 'b: 'r>() {
    Holder::<&'r (dyn TiedToFirst<'a, 'b> + 'r)>::look();
}

fn main() {}
