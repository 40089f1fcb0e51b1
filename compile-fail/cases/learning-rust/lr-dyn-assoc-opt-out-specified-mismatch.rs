// Opted out, the associated type may be named nevertheless. Then it is part of the type again,
// and only implementors that agree can be coerced.
#![allow(unused_associated_type_bounds)]

trait Number {
    type Wide
    where
        Self: Sized;
}

impl Number for u8 {
    type Wide = u16;
}

fn main() {
    let _number: &dyn Number<Wide = u32> = &1_u8;
}
