// What is in the parentheses behind `Fn` is the trait's parameter, a tuple of types. It has no
// place for names.

fn call(_done: impl Fn(count: u8)) {}

fn main() {}
