// In a function pointer's type the parameters are types. A name or a wildcard in front is for
// the reader alone.
#![allow(dead_code)]

fn call(_bare: fn(u8), _named: fn(count: u8), _nameless: fn(_: u8)) {}

fn main() {}
