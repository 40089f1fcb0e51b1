// The trait's bound is on its first parameter, so the boxed object lives for `'a`, whatever
// `'b` is.
#![allow(dead_code)]

trait TiedToFirst<'a, 'b>: 'a {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Box<dyn TiedToFirst<'a, 'b>>;
}

fn check<'a, 'b>() {
    let nothing: Option<<Drawing<'a, 'b> as Source>::Item> = None;
    let _: Option<Box<dyn TiedToFirst<'a, 'b> + 'a>> = nothing;
}

fn main() {}
