// A `u8` is sized, so it has a `Wide`, and that can be asked for.
#![allow(dead_code)]

trait Number {
    type Wide
    where
        Self: Sized;
}

impl Number for u8 {
    type Wide = u16;
}

fn widen(_number: &dyn Number, _wide: <u8 as Number>::Wide) {}

fn main() {}
