// `&` without a name is `'static` in an associated constant, and a lint objects to leaving that
// unsaid. Said or not, it is too long: a shape of `'a` need not outlive such a reference.

trait Shape {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const FRAME: Option<&(dyn Shape + 'a)> = None;
}

fn main() {}
