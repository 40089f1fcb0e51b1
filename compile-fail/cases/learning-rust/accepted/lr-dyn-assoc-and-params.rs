// Behind the parameters the associated types may be in any order, since each says its name.
#![allow(dead_code)]

trait Parse<Input, Mode> {
    type Output;
    type Error;
}

fn run(_parse: &dyn Parse<&'static str, char, Error = (), Output = u8>) {}

fn main() {}
