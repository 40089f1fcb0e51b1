// Between the parentheses of a function with a body stand patterns, each with its type. A type
// alone is taken for a pattern that lacks its own.

fn forget(String) {}

fn main() {}
