// A lifetime for the box is half of it. The caller may choose a long `'a` and a `T` that does
// not last so long, unless a bound forbids it.

use std::fmt::Display;

fn boxed<'a, T: Display>(value: T) -> Box<dyn Display + 'a> {
    Box::new(value)
}

fn main() {}
