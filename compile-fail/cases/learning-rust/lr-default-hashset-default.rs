// A path that gives no parameters leaves them all to inference. The words say what the set
// holds; nothing says how it hashes, and inference never falls back to a default.

use std::collections::HashSet;

fn main() {
    let mut words = HashSet::default();
    words.insert(String::from("loan"));
}
