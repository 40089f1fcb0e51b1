// One wildcard is a parameter given. So the other one is left out, and is the default that the
// trait declares.

trait Stamp<Number, Ink = String> {
    fn stamp(&self, _number: Number) {}
}

impl Stamp<i32, String> for () {}
impl Stamp<i32, char> for () {}

fn main() {
    Stamp::<_>::stamp(&(), 7);
}
