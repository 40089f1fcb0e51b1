// `'_` asks for no default. It is a new lifetime, chosen by the caller, that outlives both of
// the pair's.
#![allow(dead_code)]

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn area(_: Pair<'_, '_, dyn Shape + '_>) -> u32 {
    0
}

fn main() {}
