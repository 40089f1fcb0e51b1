// A trait's path follows the rule for types: without a parameter all are inferred. The number
// settles the first one, and for the second nothing does.

trait Stamp<Number, Ink = String> {
    fn stamp(&self, _number: Number) {}
}

impl Stamp<i32, String> for () {}
impl Stamp<i32, char> for () {}

fn main() {
    Stamp::stamp(&(), 7);
}
