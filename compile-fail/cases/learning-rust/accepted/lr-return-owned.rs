// The new string is given to the caller, who owns it from then on.
#![allow(dead_code)]

fn loud(name: &str) -> String {
    name.to_uppercase()
}

fn main() {}
