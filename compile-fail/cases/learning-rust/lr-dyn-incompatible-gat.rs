// A trait object has to say what its associated types are. `Side` is a different one for each
// lifetime, and as long as it belongs to the trait object that cannot be said.

trait Shape {
    type Side<'a>
    where
        Self: 'a;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
