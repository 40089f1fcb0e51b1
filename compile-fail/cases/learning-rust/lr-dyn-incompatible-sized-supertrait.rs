// A trait object implements its trait, and so the supertraits. It cannot be `Sized`, so there
// is none.

trait Shape: Sized {}

fn look(_shape: &dyn Shape) {}

fn main() {}
