// Inside angle brackets an omitted parameter is its default. The second wildcard does not omit
// the hasher, it asks for inference, and nothing here tells hashers apart.

use std::collections::HashSet;

fn main() {
    let mut words = <HashSet<_, _>>::default();
    words.insert(String::from("loan"));
}
