// A box in a constant would make an object `'static` by itself. The trait's bound comes before
// that, and the object has the `'a` of the impl.

trait Tied<'a>: 'a {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<Box<dyn Tied<'a>>> = None;
    const STATIC: Option<Box<dyn Tied<'a> + 'static>> = Self::NOTHING;
}

fn main() {}
