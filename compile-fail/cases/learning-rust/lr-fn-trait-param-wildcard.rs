// A function pointer's type would allow the wildcard. `Fn` is a trait, and lists types only.

fn call(_done: impl Fn(_: u8)) {}

fn main() {}
