// `'static` satisfies both bounds, and now it is said.
#![allow(dead_code)]

trait Shape {}

struct View<'a, T: 'a + 'static + ?Sized>(&'a T);

fn area(_: View<'_, dyn Shape + 'static>) -> u32 {
    0
}

fn main() {}
