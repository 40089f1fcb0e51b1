// `for<'a>` declares a name that the two sides can share. Now the result is taken from the first
// argument, and the second has nothing to do with it.
#![allow(dead_code)]

fn choose(_pick: impl for<'a> Fn(&'a str, &str) -> &'a str) {}

fn main() {}
