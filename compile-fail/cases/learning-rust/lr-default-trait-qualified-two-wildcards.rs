// In a qualified path a missing parameter of the trait is its default. This one is not missing,
// it is a wildcard: to be inferred, from nothing.

trait Stamp<Number, Ink = String> {
    fn stamp(&self, _number: Number) {}
}

impl Stamp<i32, String> for () {}
impl Stamp<i32, char> for () {}

fn main() {
    <() as Stamp<_, _>>::stamp(&(), 7);
}
