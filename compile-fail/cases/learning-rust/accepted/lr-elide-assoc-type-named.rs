// What is written down needs no default: the item is a shape of `'a`.

trait Shape {}

trait Source<'a> {
    type Item: 'a + ?Sized;
}

struct Drawing;

impl<'a> Source<'a> for Drawing {
    type Item = dyn Shape + 'a;
}

fn check<'a>(shape: &'a (dyn Shape + 'a)) {
    let _: &'a <Drawing as Source<'a>>::Item = shape;
}

fn main() {
    let _ = check;
}
