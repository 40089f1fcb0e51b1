// Elision follows the rules of functions. With two references going in it has no way to tell
// which one the result is taken from.

fn choose(_pick: impl Fn(&str, &str) -> &str) {}

fn main() {}
