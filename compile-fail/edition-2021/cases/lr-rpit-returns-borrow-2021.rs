// Before edition 2024 an `impl Trait` result holds no lifetime that its bounds do not name. The
// text is borrowed for a lifetime that has no name at all.
#![allow(dead_code)]

use std::fmt::Display;

fn show(text: &str) -> impl Display {
    text
}

fn main() {}
