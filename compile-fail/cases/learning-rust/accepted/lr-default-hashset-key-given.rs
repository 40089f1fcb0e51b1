// Where one parameter is given, the required ones have to be, and the rest are their defaults.
// So naming the key settles the hasher.

use std::collections::HashSet;

fn main() {
    let mut words = HashSet::<String>::default();
    words.insert(String::from("loan"));
}
