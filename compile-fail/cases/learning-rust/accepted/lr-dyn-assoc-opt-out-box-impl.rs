// The trait object has no `Wide` of its own, but its type may name one. A box of it is sized,
// and makes the name its own `Wide`.
#![allow(dead_code, unused_associated_type_bounds)]

trait Number {
    type Wide
    where
        Self: Sized;
}

impl<W> Number for Box<dyn Number<Wide = W>> {
    type Wide = W;
}

fn wide() -> <Box<dyn Number<Wide = u16>> as Number>::Wide {
    1_u16
}

fn main() {}
