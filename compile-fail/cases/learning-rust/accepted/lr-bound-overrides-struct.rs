// The pair offers two defaults for an object in it. As `'a` is early-bound, the trait's own
// bound comes first and offers one, so nothing is left to choose.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn show<'a: 'b, 'b>(_: Pair<'a, 'b, dyn Tied<'a>>) {}

fn main() {}
