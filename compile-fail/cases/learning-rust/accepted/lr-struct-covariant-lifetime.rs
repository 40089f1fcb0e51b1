// `'a` is the lifetime of the reference itself, and may shrink in the struct as it may
// outside.
#![allow(dead_code)]

struct Lent<'a, T>(&'a mut T);

fn shorten<'short, 'long: 'short, T>(lent: Lent<'long, T>) -> Lent<'short, T> {
    lent
}

fn main() {}
