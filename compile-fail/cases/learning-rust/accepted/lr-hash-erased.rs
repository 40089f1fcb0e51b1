// The helper's method takes the hasher as an object, so there is just one such method. Any
// hasher of known size turns into that object on the way.

use std::hash::{Hash, Hasher};

trait Shape: HashShape {}

trait HashShape {
    fn hash_erased(&self, state: &mut dyn Hasher);
}

impl<T: Shape + Hash> HashShape for T {
    fn hash_erased(&self, mut state: &mut dyn Hasher) {
        self.hash(&mut state);
    }
}

impl Hash for dyn Shape + '_ {
    fn hash<H: Hasher>(&self, mut state: &mut H) {
        self.hash_erased(&mut state);
    }
}

fn main() {}
