// The bound makes it the caller's duty to choose an `'a` that lasts for all of `'b`.
#![allow(dead_code)]

fn convert<'a: 'b, 'b>(text: &'a str) -> &'b str {
    text
}

fn main() {}
