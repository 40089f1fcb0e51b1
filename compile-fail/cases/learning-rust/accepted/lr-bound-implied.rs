// The trait's bound holds for every object of it: whatever `'c` is, it outlives `'a`. Nobody
// has to write that down.
#![allow(dead_code)]

trait TiedToFirst<'a, 'b>: 'a {}

fn shorten<'a, 'b, 'c>(_: Box<dyn TiedToFirst<'a, 'b> + 'c>, text: &'c str) {
    let _: &'a str = text;
}

fn main() {}
