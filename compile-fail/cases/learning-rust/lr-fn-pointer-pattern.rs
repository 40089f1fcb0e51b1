// The type of a function says what goes in, and has no body to take it apart for. A name is
// allowed, for the reader; a pattern would bind nothing.

fn call(_done: fn(&count: &u8)) {}

fn main() {}
