// Two wildcards for two parameters leave none to be its default. The number settles the first,
// and nothing the second.

trait Stamp<Number, Ink = String> {
    fn stamp(&self, _number: Number) {}
}

impl Stamp<i32, String> for () {}
impl Stamp<i32, char> for () {}

fn main() {
    Stamp::<_, _>::stamp(&(), 7);
}
