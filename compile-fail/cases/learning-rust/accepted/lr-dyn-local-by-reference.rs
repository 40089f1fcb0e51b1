// The value stays in its box, and the variable borrows it there.
#![allow(dead_code)]

trait Shape {}

fn unbox(shape: Box<dyn Shape>) {
    let _shape = &*shape;
}

fn main() {}
