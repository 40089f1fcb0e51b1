// The trait has no `unit`, its trait object has. Before edition 2021 the bare name was tried
// as that type, too; now a trait is not a type.

trait Shape {}

impl dyn Shape {
    fn unit() {}
}

fn main() {
    Shape::unit();
}
