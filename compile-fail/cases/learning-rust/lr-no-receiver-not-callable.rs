// Without a receiver there is no value that would lead to a vtable. So `new` is opted out with
// `Self: Sized`, and a trait object, which is not `Sized`, goes without it.

trait Shape {
    fn new()
    where
        Self: Sized;
}

fn main() {
    <dyn Shape>::new();
}
