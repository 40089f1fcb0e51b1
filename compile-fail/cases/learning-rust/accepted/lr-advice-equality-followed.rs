// The advice followed: it compiles, and by two bounds, one of them hidden, `'a` and `'b` are
// the same.
#![allow(dead_code)]

fn inner<'a: 'b, 'b>(text: &'a mut &'b mut str) -> &'b str {
    text
}

fn main() {}
