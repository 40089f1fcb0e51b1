// Only a type of known size turns into an object. `?Sized` lets in hashers without one, and the
// reference to such a hasher has no room for a table of methods.

use std::hash::Hasher;

trait HashShape {
    fn hash_erased(&self, state: &mut dyn Hasher);
}

fn hash<H: Hasher + ?Sized>(shape: &dyn HashShape, state: &mut H) {
    shape.hash_erased(state);
}

fn main() {}
