// Accepted today: a vtable leads to that of the supertrait, and the coercion takes the way.
// Before Rust 1.86 it was unstable, E0658.
#![allow(dead_code)]

trait Shape {}

trait Polygon: Shape {}

fn upcast(polygon: &dyn Polygon) -> &dyn Shape {
    polygon
}

fn main() {}
