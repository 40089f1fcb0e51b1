// `'_` follows the rules of elision: what is returned is lent as long as the argument is. The
// trait object keeps that lifetime in its type.
#![allow(dead_code)]

use std::fmt::Display;

fn label(name: &str) -> Box<dyn Display + '_> {
    Box::new(name)
}

fn main() {}
