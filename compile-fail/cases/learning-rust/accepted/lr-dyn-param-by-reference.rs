// A reference has a size, whatever it refers to.
#![allow(dead_code)]

trait Shape {}

fn keep(_shape: &dyn Shape) {}

fn main() {}
