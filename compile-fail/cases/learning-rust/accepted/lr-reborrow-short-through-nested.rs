// A reborrow for `'short` is what there is without replacing anything.
#![allow(dead_code)]

fn inner<'short, 'long>(outer: &'short mut &'long mut str) -> &'short mut str {
    outer
}

fn main() {}
