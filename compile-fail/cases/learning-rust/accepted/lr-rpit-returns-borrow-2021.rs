// Accepted today: from edition 2024 on the result of type `impl Trait` may hold the borrowed
// text. Before, a lifetime that the bounds did not name was not to be captured, E0700.
#![allow(dead_code)]

use std::fmt::Display;

fn show(text: &str) -> impl Display {
    text
}

fn main() {}
