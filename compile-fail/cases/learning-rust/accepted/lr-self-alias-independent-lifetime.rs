// What was meant: a label that lives as long as its text, whatever the impl's `'a` is.
#![allow(dead_code)]

struct Label<'a> {
    text: &'a str,
}

impl<'a> Label<'a> {
    fn new<'text>(text: &'text str) -> Label<'text> {
        Label { text }
    }
}

fn main() {}
