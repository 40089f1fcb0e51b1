// `use<>` lists what the result may hold of the parameters: nothing. It says so in every
// edition.

use std::fmt::Display;

fn double(number: &u32) -> impl Display + use<> {
    2 * *number
}

fn main() {
    let mut number = 21;
    let answer = double(&number);
    number += 1;
    println!("{answer} {number}");
}
