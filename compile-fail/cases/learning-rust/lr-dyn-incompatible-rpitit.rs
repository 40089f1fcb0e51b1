// Each implementor returns an iterator of its own, in its own size. Whoever calls through a
// trait object would not know how much room to make.

trait Shape {
    fn sides(&self) -> impl Iterator<Item = u32>;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
