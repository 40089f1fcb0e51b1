// The annotation is a type, so the parameter missing from it is the default, `String`. From
// there inference gets what the expression does not say.
#![allow(dead_code)]

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let _answer: Answer = Answer::Unknown;
}
