// `'_` among the bounds names the lifetime of the argument, and so captures it in every
// edition.
#![allow(dead_code)]

use std::fmt::Display;

fn show(text: &str) -> impl Display + '_ {
    text
}

fn main() {}
