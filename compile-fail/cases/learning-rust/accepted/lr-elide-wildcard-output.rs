// `'_` turns off the default of the box, and the usual elision takes over: the result borrows
// from the one argument that is a reference.
#![allow(dead_code)]

fn lengths(text: &str) -> Box<dyn Iterator<Item = usize> + '_> {
    Box::new(text.split(' ').map(str::len))
}

fn main() {}
