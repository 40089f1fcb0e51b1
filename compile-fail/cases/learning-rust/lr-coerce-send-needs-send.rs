// To become a `dyn Shape + Send` a value has to be both, `Send` as well. Of `S` nothing is
// promised but that it is a shape.

trait Shape {}

fn erase<S: Shape + 'static>(shape: S) -> Box<dyn Shape + Send> {
    Box::new(shape)
}

fn main() {}
