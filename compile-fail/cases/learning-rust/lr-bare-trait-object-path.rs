// Angle brackets want a type. Before edition 2021 a trait's bare name was one, that of its
// trait objects; now these are written with `dyn`.

trait Shape {}

impl dyn Shape {
    fn unit() {}
}

fn main() {
    <Shape>::unit();
}
