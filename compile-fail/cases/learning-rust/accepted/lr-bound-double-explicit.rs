// A lifetime that is written out needs no default, however many bounds the trait has.
#![allow(dead_code)]

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a, 'b>(tied: Box<dyn TiedTwice<'a, 'b> + 'static>) {
    let _: Box<dyn TiedTwice<'a, 'b> + 'static> = tied;
}

fn main() {}
