// In a type three ways lead to the default: no list, an empty one, and spelling it out. The
// function takes all of them for the same type.
#![allow(dead_code)]

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn same(answer: Answer) -> Answer<String> {
    #[rustfmt::skip]
    let answer: Answer<> = answer;
    answer
}

fn main() {}
