// The box is `dyn TiedTwice<'a, 'b> + 'a`, as only `'a` is early-bound, and the trait says that
// `'a` then outlives `'b`. No bound says so, and yet the text may become shorter.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn shorten<'a: 'a, 'b>(_: Box<dyn TiedTwice<'a, 'b>>, text: &'a str) {
    let _: &'b str = text;
}

fn main() {}
