// `hash` is generic: there is one for each kind of hasher. An object's table has room for one
// method by that name, so a trait below `Hash` has no objects. (Its declaration is shortened.)

use std::hash::Hasher;

trait Hash {
    fn hash<H: Hasher>(&self, state: &mut H);
}

trait Shape: Hash {}

fn insert(_: &dyn Shape) {}

fn main() {}
