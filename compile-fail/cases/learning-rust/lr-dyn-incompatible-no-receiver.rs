// A call through a trait object finds its function by the value that it is called on. `make`
// is called on no value.

trait Shape {
    fn make() -> u8;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
