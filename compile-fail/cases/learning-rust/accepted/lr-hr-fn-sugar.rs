// With one reference going in the result can only come from there. Left out or written down, the
// lifetime is any that the caller likes.
#![allow(dead_code)]

fn elided(pick: &dyn Fn(&str) -> &str) {
    named(pick);
}

fn named(_pick: &dyn for<'a> Fn(&'a str) -> &'a str) {}

fn main() {}
