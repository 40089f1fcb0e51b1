// In an associated type the trait's bound is the default of the boxed object: it lives for
// `'a`.
#![allow(dead_code)]

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
    let _: Option<Box<dyn Tied<'a> + 'a>> = nothing;
}

fn main() {}
