// Both lifetimes are early-bound. Only `'a` is one that the trait's bound speaks of, so the
// object has `'a`, and the reference has its own.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn take<'r: 'r, 'a: 'a>(_: &'r dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
