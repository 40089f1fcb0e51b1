// `_` is a pattern, so the method does without a name in every edition.
#![allow(dead_code)]

trait Basket {
    fn pack(_: String);
}

fn main() {}
