// A trait object has one table of methods, that of its one trait. `+` may add auto traits, such
// as `Send`: they have nothing to put into a table.

trait Load {}

trait Save {}

fn backup(_: &(dyn Load + Save)) {}

fn main() {}
