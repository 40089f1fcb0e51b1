// The object behind the reference has the trait's bound: `'a`. That is more than the reference's
// `'r`, but not `'static`.

trait Tied<'a>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'r, 'a>(&'r &'a str);

impl<'r, 'a> Source for Drawing<'r, 'a> {
    type Item = &'r dyn Tied<'a>;
}

fn check<'r, 'a: 'r>() {
    let nothing: Option<<Drawing<'r, 'a> as Source>::Item> = None;
    let _: Option<&'r (dyn Tied<'a> + 'static)> = nothing;
}

fn main() {}
