// A type parameter stands for every type that can be displayed, and nobody has to choose one.
#![allow(dead_code)]

use std::fmt::Display;

trait Shout {}

impl<T: Display> Shout for T {}

fn main() {}
