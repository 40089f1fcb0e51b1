// A name for the type behind `impl Display` is an unstable feature. That said, the compiler goes
// on: by an attribute a function would determine the hidden type, and this one has none.

use std::fmt::Display;

type Greeting = impl Display;

fn greeting() -> Greeting {
    "hello"
}

fn main() {
    println!("{}", greeting());
}
