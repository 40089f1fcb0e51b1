// In angle brackets a type that is left out is the default, with or without a lifetime in the
// list.
#![allow(dead_code)]

enum Answer<'a, T = String> {
    Known(&'a T),
    Unknown,
}

fn main() {
    let _nameless = <Answer<'_>>::Unknown;
    let _named = <Answer<'static>>::Unknown;
}
