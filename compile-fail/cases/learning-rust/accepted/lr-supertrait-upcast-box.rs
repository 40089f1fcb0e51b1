// Accepted today: what holds for a reference holds for a box, whose pointer gets the vtable of
// the supertrait. Before Rust 1.86 it was unstable, E0658.
#![allow(dead_code)]

trait Shape {}

trait Polygon: Shape {}

fn upcast(polygon: Box<dyn Polygon>) -> Box<dyn Shape> {
    polygon
}

fn main() {}
