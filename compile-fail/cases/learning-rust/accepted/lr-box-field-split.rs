// The dereference of a `Box` is built in and calls nothing, so the fields behind it are told
// apart.
#![allow(dead_code)]

struct Pair {
    left: String,
    right: String,
}

fn swap(mut pair: Box<Pair>) -> Box<Pair> {
    let left = &mut pair.left;
    let right = &mut pair.right;
    std::mem::swap(left, right);
    pair
}

fn main() {}
