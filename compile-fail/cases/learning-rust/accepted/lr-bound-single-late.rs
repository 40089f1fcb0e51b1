// `'a` has no bound of its own in the function, so it is late-bound, and for the default in the
// signature the trait's bound does not count. In a box that leaves `'static`.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn keep<'a>(tied: Box<dyn Tied<'a>>) {
    let _: Box<dyn Tied<'a> + 'static> = tied;
}

fn main() {}
