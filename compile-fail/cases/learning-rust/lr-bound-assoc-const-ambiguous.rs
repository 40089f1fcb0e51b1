// `'_` is going to be `'static`, and a lint, denied by default, would have it written. But the
// object's default is sought before that, and by then the trait offers `'a` and an unknown.

trait TiedTwice<'a, 'b>: 'a + 'b {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<Box<dyn TiedTwice<'a, '_>>> = None;
}

fn main() {}
