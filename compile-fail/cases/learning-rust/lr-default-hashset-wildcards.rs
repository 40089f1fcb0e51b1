// A wildcard for every parameter asks for what happens without any: infer them all. The
// hasher still comes from nowhere.

use std::collections::HashSet;

fn main() {
    let mut words = HashSet::<_, _>::default();
    words.insert(String::from("loan"));
}
