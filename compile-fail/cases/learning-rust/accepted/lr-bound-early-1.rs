// `'a: 'a` makes `'a` early-bound, and the trait's bound becomes the default, ahead of the
// reference around it. The reference may be as short as it likes.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn take<'a: 'a>(_: &dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
