// Nothing here is a type, so no default comes into it. The parameter is inferred from the
// number.
#![allow(dead_code)]

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let _answer = Answer::Known(7);
}
