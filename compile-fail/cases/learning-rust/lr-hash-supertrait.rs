// `hash` is generic: there is one for each kind of hasher. An object's table has room for one
// method by that name, so a trait below `Hash` has no objects.

use std::hash::Hash;

trait Shape: Hash {}

fn insert(_: &dyn Shape) {}

fn main() {}
