// Without its last wildcard this would be a set with the default hasher. With it the hasher is
// to be inferred, and a call that may build anything does not know it either.

use std::collections::HashSet;

fn main() {
    let words: HashSet<String, _> = Default::default();
}
