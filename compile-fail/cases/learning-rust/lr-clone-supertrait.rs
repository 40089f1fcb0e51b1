// `clone` returns a `Self`, and no caller could make room for what is behind a trait object. So
// `Clone` is for types of known size alone, and so is every trait that builds on it.

trait Shape: Clone {}

fn copy(_: &dyn Shape) {}

fn main() {}
