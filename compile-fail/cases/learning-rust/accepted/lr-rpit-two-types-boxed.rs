// A box with a trait object is one type, whatever is in it: the choice between a number and a
// text can wait until run time.
#![allow(dead_code)]

use std::fmt::Display;

fn answer(known: bool) -> Box<dyn Display> {
    if known {
        Box::new(42)
    } else {
        Box::new("no idea")
    }
}

fn main() {}
