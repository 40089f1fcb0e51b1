// A trait that has both as supertraits has one table with the methods of both. The blanket impl
// gives it to every type that has the two.
#![allow(dead_code)]

trait Load {}

trait Save {}

trait Store: Load + Save {}

impl<T: Load + Save> Store for T {}

fn backup(_: &dyn Store) {}

fn main() {}
