// Which lifetime the shape has is said, and not left to a default.
#![allow(dead_code)]

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn nothing<'a, 'b>() -> Option<Pair<'a, 'b, dyn Shape + 'static>> {
    None
}

fn main() {}
