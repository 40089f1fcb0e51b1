// Behind `Fn` a pattern is refused in the same words as a name. How an argument is taken apart
// is the closure's own business.

fn call(_done: impl Fn(&count: &u8)) {}

fn main() {}
