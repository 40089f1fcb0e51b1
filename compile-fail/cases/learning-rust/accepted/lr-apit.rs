// `impl Display` in an argument is a type parameter without a name, and the type is always
// inferred. To name it in a call, give the parameter a name.

use std::fmt::Display;

fn print(value: impl Display) {
    println!("{value}");
}

fn print_named<T: Display>(value: T) {
    println!("{value}");
}

fn main() {
    print(7);
    print_named::<u8>(7);
}
