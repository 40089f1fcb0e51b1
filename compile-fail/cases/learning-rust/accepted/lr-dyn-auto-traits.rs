// `Send` and `Sync` have no methods, and need no place in a vtable. So any number of auto
// traits may be added to the one trait that does.
#![allow(dead_code)]

trait Read {}

fn share(_file: &(dyn Read + Send + Sync)) {}

fn main() {}
