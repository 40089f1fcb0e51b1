// Three lifetimes are at hand, and the trait's bound picks one: the object lives for `'a`, not
// for the reference's `'r` and not for `'b`.
#![allow(dead_code)]

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
    let _: Option<&'r (dyn TiedToFirst<'a, 'b> + 'a)> = nothing;
}

fn main() {}
