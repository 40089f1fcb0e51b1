// A type parameter is always captured. `T` is a reference to `local` here, and the length,
// which holds no such thing, counts as if it did.

use std::fmt::Display;

fn length<T: AsRef<str>>(text: T) -> impl Display {
    text.as_ref().len()
}

fn main() {
    let shown;
    {
        let local = String::from("short-lived");
        shown = length(&local);
    }
    println!("{shown}");
}
