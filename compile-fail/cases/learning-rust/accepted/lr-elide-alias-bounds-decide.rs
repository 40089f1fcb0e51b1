// The alias stands for a reference and has no bound of its own. Only the alias counts, so the
// object's default is `'static`, not the reference's lifetime.
#![allow(dead_code)]

trait Shape {}

type View<'a, T> = &'a T;

fn shape(view: View<'_, dyn Shape>) -> &(dyn Shape + 'static) {
    view
}

fn main() {}
