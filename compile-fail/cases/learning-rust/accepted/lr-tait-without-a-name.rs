// What is stable is the type without a name: each function that returns one hides its own.

use std::fmt::Display;

fn greeting() -> impl Display {
    "hello"
}

fn main() {
    println!("{}", greeting());
}
