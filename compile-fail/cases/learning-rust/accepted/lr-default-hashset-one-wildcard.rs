// A wildcard counts as a parameter that is given. The key is inferred, and the hasher, which
// is left out, is the default one.

use std::collections::HashSet;

fn main() {
    let mut words = HashSet::<_>::default();
    words.insert(String::from("loan"));
}
