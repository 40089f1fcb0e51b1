// With something to put in its place the inner reference can be moved out, and it keeps its
// `'long`.
#![allow(dead_code)]

use std::mem;

fn inner<'short, 'long>(
    outer: &'short mut &'long mut str,
    other: &'long mut str,
) -> &'long mut str {
    mem::replace(outer, other)
}

fn main() {}
