// `'r` is the reference's, `'b` is in no bound, and so the object has `'a`. None of the three
// makes it `'static`.

trait TiedToFirst<'a, 'b>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'r, 'a, 'b>(&'r &'a str, &'r &'b str);

impl<'r, 'a, 'b> Source for Drawing<'r, 'a, 'b> {
    type Item = &'r dyn TiedToFirst<'a, 'b>;
}

fn check<'r, 'a: 'r, 'b: 'r>() {
    let nothing: Option<<Drawing<'r, 'a, 'b> as Source>::Item> = None;
    let _: Option<&'r (dyn TiedToFirst<'a, 'b> + 'static)> = nothing;
}

fn main() {}
