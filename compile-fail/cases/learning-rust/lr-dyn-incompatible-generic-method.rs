// Every `T` makes another function of this method, and a vtable would have to list them all.
// Which ones will be called is not known when it is written.

trait Shape {
    fn fit<T>(&self, _into: T);
}

fn look(_shape: &dyn Shape) {}

fn main() {}
