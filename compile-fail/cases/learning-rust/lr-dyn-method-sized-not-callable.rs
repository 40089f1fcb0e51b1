// The opt-out keeps the trait dyn compatible, at a price: the method is for types with a known
// size, and `dyn Shape` has none.

trait Shape {
    fn twin(&self) -> Self
    where
        Self: Sized;
}

fn look(shape: &dyn Shape) {
    shape.twin();
}

fn main() {}
