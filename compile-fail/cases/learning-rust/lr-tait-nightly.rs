// A stable compiler has no features to turn on. A nightly one has this feature, and refuses the
// program too: today a function determines the hidden type only if an attribute says so.
#![feature(type_alias_impl_trait)]

use std::fmt::Display;

type Greeting = impl Display;

fn greeting() -> Greeting {
    "hello"
}

fn main() {
    println!("{}", greeting());
}
