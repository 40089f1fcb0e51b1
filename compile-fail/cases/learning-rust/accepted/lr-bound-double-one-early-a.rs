// `'a` is early-bound and `'b` is not, so the trait's bound on `'a` is the default in the
// signature.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a: 'a, 'b>(tied: Box<dyn TiedTwice<'a, 'b>>) {
    let _: Box<dyn TiedTwice<'a, 'b> + 'a> = tied;
}

fn main() {}
