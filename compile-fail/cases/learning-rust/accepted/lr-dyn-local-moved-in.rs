// The string moves into the box, and so nothing in it is borrowed.
#![allow(dead_code)]

use std::fmt::Display;

fn label() -> Box<dyn Display> {
    let name = String::from("square");
    Box::new(name)
}

fn main() {}
