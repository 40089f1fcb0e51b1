// To ask for less is better still: a result that is good for the outer `'a` needs no bound,
// and lends nothing for ever.
#![allow(dead_code)]

fn inner<'a>(text: &'a mut &mut str) -> &'a str {
    text
}

fn main() {}
