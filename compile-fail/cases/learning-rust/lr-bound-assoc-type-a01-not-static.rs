// A box in an associated type would make its object `'static`. The trait's bound comes first,
// and an item is no more than `'a`.

trait Tied<'a>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'a>(&'a str);

impl<'a> Source for Drawing<'a> {
    type Item = Box<dyn Tied<'a>>;
}

fn check<'a>() {
    let nothing: Option<<Drawing<'a> as Source>::Item> = None;
    let _: Option<Box<dyn Tied<'a> + 'static>> = nothing;
}

fn main() {}
