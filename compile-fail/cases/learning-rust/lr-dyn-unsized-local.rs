// To move the value out of its box would take a local variable of a size that only the vtable
// knows. Variables of that kind do not exist.

trait Shape {}

fn unbox(shape: Box<dyn Shape>) {
    let _shape = *shape;
}

fn main() {}
