// `impl Display` in an argument is a type parameter without a name. There is none that a
// turbofish could set: the caller has to say what it wants by the value.

use std::fmt::Display;

fn print(value: impl Display) {
    println!("{value}");
}

fn main() {
    print::<u8>(7);
}
