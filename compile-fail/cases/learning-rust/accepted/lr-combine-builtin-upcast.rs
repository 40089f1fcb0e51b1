// Accepted today: since Rust 1.86 an object's table leads on to those of the supertraits, and
// `&dyn Store` turns into `&dyn Load` without a method for it.
#![allow(dead_code)]

trait Load {}

trait Store: Load {}

fn load(store: &dyn Store) -> &dyn Load {
    store
}

fn main() {}
