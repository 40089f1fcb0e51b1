// `other` is to be the very type that `self` is. Of two trait objects nobody knows whether
// they come from the same type.

trait Shape {
    fn covers(&self, other: &Self) -> bool;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
