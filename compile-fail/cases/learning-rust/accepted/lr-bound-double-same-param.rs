// One name in both places leaves one default. The other name may be equal, as here, and need
// not be used.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a: 'b, 'b: 'a>(_: Box<dyn TiedTwice<'a, 'a>>) {}

fn main() {}
