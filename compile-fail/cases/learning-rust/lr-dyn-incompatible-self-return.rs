// The type behind the trait object is forgotten. So is the type of what `twin` returns, down
// to how much room it takes.

trait Shape {
    fn twin(&self) -> Self;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
