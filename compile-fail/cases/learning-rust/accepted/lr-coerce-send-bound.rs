// `S: Send` promises what the trait object claims.
#![allow(dead_code)]

trait Shape {}

fn erase<S: Shape + Send + 'static>(shape: S) -> Box<dyn Shape + Send> {
    Box::new(shape)
}

fn main() {}
