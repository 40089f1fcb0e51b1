// In a function body no default is needed. The object's lifetime is inferred, one that outlives
// both `'a` and `'b`.
#![allow(dead_code)]

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn nothing<'a, 'b>() {
    let _: Option<Pair<'a, 'b, dyn Shape>> = None;
}

fn main() {}
