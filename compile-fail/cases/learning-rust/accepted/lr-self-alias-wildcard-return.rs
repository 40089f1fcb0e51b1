// `Label<'_>` is not `Self`: elision fills the gap with the lifetime of the text.
#![allow(dead_code)]

struct Label<'a> {
    text: &'a str,
}

impl Label<'_> {
    fn new(text: &str) -> Label<'_> {
        Label { text }
    }
}

fn main() {}
