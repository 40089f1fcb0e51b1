// `Box<dyn Display>` is short for `Box<dyn Display + 'static>`. A `T` that borrows would be
// hidden in there for ever, and nothing says that it does not.

use std::fmt::Display;

fn boxed<T: Display>(value: T) -> Box<dyn Display> {
    Box::new(value)
}

fn main() {}
