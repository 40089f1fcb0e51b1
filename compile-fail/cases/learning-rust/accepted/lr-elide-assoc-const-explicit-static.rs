// `'static`, written out, is what the constant has always meant. The object takes its lifetime
// from the reference.
#![allow(dead_code)]

trait Shape {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const FRAME: Option<&'static dyn Shape> = None;
}

fn main() {}
