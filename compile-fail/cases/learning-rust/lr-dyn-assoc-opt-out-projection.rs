// The opt-out says that only sized types have a `Wide`. The trait object is not one of them, and
// to ask for its `Wide` makes no sense.

trait Number {
    type Wide
    where
        Self: Sized;
}

fn widen(_number: &dyn Number, _wide: <dyn Number as Number>::Wide) {}

fn main() {}
