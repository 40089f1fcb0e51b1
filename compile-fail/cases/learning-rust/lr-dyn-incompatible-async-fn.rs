// An `async fn` returns a future, a different type from each implementor, and that is
// `impl Future` by another name.

trait Shape {
    async fn draw(&self);
}

fn look(_shape: &dyn Shape) {}

fn main() {}
