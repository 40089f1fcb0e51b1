// `+ '_` gives the object a lifetime of its own, and the impl covers a shape that outlives the
// reference to it.
#![allow(dead_code)]

trait Shape {}

trait Area {}

impl Area for &(dyn Shape + '_) {}

fn has_area<T: Area>() {}

fn check<'a, 'b: 'a>() {
    has_area::<&'a (dyn Shape + 'b)>();
}

fn main() {}
