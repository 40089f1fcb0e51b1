// `Item: 'a` is a demand on the type, not a hint for its default. `dyn Shape` on its own stays
// `'static`, and a shape of `'a` is none of those.

trait Shape {}

trait Source<'a> {
    type Item: 'a + ?Sized;
}

struct Drawing;

impl<'a> Source<'a> for Drawing {
    type Item = dyn Shape;
}

fn check<'a>(shape: &'a (dyn Shape + 'a)) {
    let _: &'a <Drawing as Source<'a>>::Item = shape;
}

fn main() {}
