// Before edition 2024 the result holds no lifetime that its bounds do not name: the number is not
// lent out, and free to change.

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
