// With `T: 'static` nothing in the value can expire, and the short form is right.
#![allow(dead_code)]

use std::fmt::Display;

fn boxed<T: Display + 'static>(value: T) -> Box<dyn Display> {
    Box::new(value)
}

fn main() {}
