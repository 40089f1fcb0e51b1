// What a nightly compiler accepts today: the function says that it determines the type behind
// `Greeting`. A stable compiler has one objection left, the feature itself.
#![feature(type_alias_impl_trait)]

use std::fmt::Display;

type Greeting = impl Display;

#[define_opaque(Greeting)]
fn greeting() -> Greeting {
    "hello"
}

fn main() {
    println!("{}", greeting());
}
