// `'static` outlives `'a` and `'b`, so a shape that lives for it fits into the pair.
#![allow(dead_code)]

trait Shape {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Pair<'a, 'b, dyn Shape + 'static>;
}

fn main() {}
