// A trait object is made from a type of known size. In a default body `Self` may be any type,
// and some that may have this trait, such as a slice, have no known size.

trait Load {}

trait Store: Load {
    fn as_load(&self) -> &dyn Load {
        self
    }
}

fn main() {}
