// A box in an impl header means `'static`, unless the trait has a bound. This impl is for
// objects of `'a`, and one that is `'static` is of another type.

trait Tied<'a>: 'a {}

struct Holder<T>(T);

impl<'a> Holder<Box<dyn Tied<'a>>> {
    fn look() {}
}

fn check<'a>() {
    Holder::<Box<dyn Tied<'a> + 'static>>::look();
}

fn main() {}
