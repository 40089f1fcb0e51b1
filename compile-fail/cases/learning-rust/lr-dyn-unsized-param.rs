// An argument needs room on the stack, and how much is to be known when the function is
// compiled. Behind `dyn Shape` may be implementors of any size.

trait Shape {}

fn keep(_shape: dyn Shape) {}

fn main() {}
