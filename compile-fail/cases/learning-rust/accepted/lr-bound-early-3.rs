// `'a` is early-bound, so the object has `'a` by the trait's bound, and has nothing to do with
// the name of the reference.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn take<'r, 'a: 'a>(_: &'r dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
