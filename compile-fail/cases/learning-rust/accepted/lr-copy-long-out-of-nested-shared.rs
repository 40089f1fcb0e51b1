// Where the inner reference is a shared one, it is copied out, and good for all of `'long`.
#![allow(dead_code)]

fn inner<'short, 'long>(outer: &'short &'long str) -> &'long str {
    outer
}

fn main() {}
