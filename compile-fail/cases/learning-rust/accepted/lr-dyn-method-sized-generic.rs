// A type parameter is `Sized` unless it says otherwise, so the method is there.
#![allow(dead_code)]

trait Shape {
    fn twin(&self) -> Self
    where
        Self: Sized;
}

fn look<S: Shape>(shape: &S) {
    shape.twin();
}

fn main() {}
