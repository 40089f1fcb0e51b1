// The first parameter is inferred, because of the wildcard; the second is left out, and so the
// trait's default.

trait Stamp<Number, Ink = String> {
    fn stamp(&self, _number: Number) {}
}

impl Stamp<i32, String> for () {}
impl Stamp<i32, char> for () {}

fn main() {
    <() as Stamp<_>>::stamp(&(), 7);
}
