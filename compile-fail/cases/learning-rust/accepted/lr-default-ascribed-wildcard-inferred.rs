// The wildcard replaces the default by inference, and the number settles it: this is an
// `Answer<i32>`.
#![allow(dead_code)]

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let _answer: Answer<_> = Answer::Known(7);
}
