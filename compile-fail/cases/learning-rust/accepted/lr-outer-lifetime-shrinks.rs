// The other way round, a loan may be cut short: what is good for `'long` is good for less.
// This holds for exclusive references too.
#![allow(dead_code)]

fn shrink<'short, 'long: 'short>(text: &'long str) -> &'short str {
    text
}

fn shrink_exclusive<'short, 'long: 'short>(text: &'long mut str) -> &'short mut str {
    text
}

fn main() {}
