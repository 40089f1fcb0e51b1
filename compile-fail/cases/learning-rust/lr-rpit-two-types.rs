// `impl Display` hides one type, the same for every call. A number and a text are two, and
// which of them it is would be known only at run time.

use std::fmt::Display;

fn answer(known: bool) -> impl Display {
    if known { 42 } else { "no idea" }
}

fn main() {}
