// What stands in angle brackets is a type like in an annotation: the hasher is left out, so it
// is the default one. The wildcard alone is inferred.

use std::collections::HashSet;

fn main() {
    let mut words = <HashSet<_>>::default();
    words.insert(String::from("loan"));
}
