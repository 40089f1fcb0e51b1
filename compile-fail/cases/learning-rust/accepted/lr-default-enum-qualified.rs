// Angle brackets hold a type, not an expression, and a parameter that is missing from a type
// is its default: this is `Answer<String>`.
#![allow(dead_code)]

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let _answer = <Answer>::Unknown;
}
