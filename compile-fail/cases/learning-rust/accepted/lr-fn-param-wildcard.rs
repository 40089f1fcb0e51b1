// A parameter that is not used need not have a name, but a pattern it needs. `_` is one.
#![allow(dead_code)]

fn forget(_: String) {}

fn main() {}
