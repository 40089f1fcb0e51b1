// `impl Display` stands for a type that a function chooses. In the header of an impl there is
// no function to choose one: for all types that have the trait, write `impl<T: Display>`.

use std::fmt::Display;

trait Shout {}

impl Shout for impl Display {}

fn main() {}
