// The impl is for a reference to an object of `'a`: the trait's bound decides. A `'static` one
// would do more than that, and still there is no impl for it.

trait Tied<'a>: 'a {}

struct Holder<T>(T);

impl<'r, 'a> Holder<&'r dyn Tied<'a>> {
    fn look() {}
}

fn check<'r, 'a: 'r>() {
    Holder::<&'r (dyn Tied<'a> + 'static)>::look();
}

fn main() {}
