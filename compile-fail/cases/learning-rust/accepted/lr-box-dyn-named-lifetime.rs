// Values that borrow are welcome as well: the box is good for `'a`, if the value is.
#![allow(dead_code)]

use std::fmt::Display;

fn boxed<'a, T: Display + 'a>(value: T) -> Box<dyn Display + 'a> {
    Box::new(value)
}

fn main() {}
