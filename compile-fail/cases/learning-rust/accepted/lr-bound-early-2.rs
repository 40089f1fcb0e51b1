// `'_` makes the reference's lifetime visible, and no more. The object has `'a`, which is
// early-bound, by the trait's bound.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn take<'a: 'a>(_: &'_ dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
