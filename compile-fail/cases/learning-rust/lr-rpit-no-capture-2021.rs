// Refused since edition 2024: an `impl Trait` result holds on to every lifetime of the
// arguments. Before, it held none that it did not name, and the number was free to change.

use std::fmt::Display;

fn double(number: &u32) -> impl Display {
    2 * *number
}

fn main() {
    let mut number = 21;
    let answer = double(&number);
    number += 1;
    println!("{answer} {number}");
}
