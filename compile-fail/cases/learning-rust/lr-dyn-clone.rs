// `Clone` asks for `Sized`, since `clone` returns a `Self` by value. What is behind a trait
// object has no size that is known, so there is no `dyn Clone`.

fn copy(_value: &dyn Clone) {}

fn main() {}
