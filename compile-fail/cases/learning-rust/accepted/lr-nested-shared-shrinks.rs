// Nothing can be put in through a shared reference, so both lifetimes may shrink.
#![allow(dead_code)]

fn shrink<'long: 'middle, 'middle: 'short, 'short>(
    text: &'middle &'long str,
) -> &'short &'short str {
    text
}

fn main() {}
