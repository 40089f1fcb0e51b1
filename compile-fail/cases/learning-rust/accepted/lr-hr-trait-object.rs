// The impl is for every `'a`, and every lifetime is what the trait object asks for.
#![allow(dead_code)]

trait Look<'a> {}

impl<'a> Look<'a> for u8 {}

fn erase(value: u8) -> Box<dyn for<'any> Look<'any>> {
    Box::new(value)
}

fn main() {}
