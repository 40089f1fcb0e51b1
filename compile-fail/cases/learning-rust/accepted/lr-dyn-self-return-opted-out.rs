// `Self: Sized` on the method, and not on the trait: only the method is withheld from the objects.
#![allow(dead_code)]

trait Shape {
    fn twin(&self) -> Self
    where
        Self: Sized;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
