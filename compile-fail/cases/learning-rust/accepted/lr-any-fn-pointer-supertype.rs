// A function that takes a text of any lifetime takes one that lives for ever, too. It turns into
// the more special type by itself.
#![allow(dead_code)]

fn special(any: for<'a> fn(&'a str)) -> fn(&'static str) {
    any
}

fn main() {}
