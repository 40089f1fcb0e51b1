// Reading, for as long as `outer` is lent, is all that is left.
#![allow(dead_code)]

fn inner<'short>(outer: &'short &mut str) -> &'short str {
    outer
}

fn main() {}
