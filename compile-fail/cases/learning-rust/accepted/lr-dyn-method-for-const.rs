// A method has a place in the table, and each implementor can return its constant from it.
#![allow(dead_code)]

trait Shape {
    fn corners(&self) -> usize;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
