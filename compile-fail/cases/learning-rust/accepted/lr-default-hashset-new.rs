// `new` exists for sets with the default hasher alone, while `default` exists for every hasher
// that has a default. So here there is nothing left to infer but the key.

use std::collections::HashSet;

fn main() {
    let mut words = HashSet::new();
    words.insert(String::from("loan"));
}
