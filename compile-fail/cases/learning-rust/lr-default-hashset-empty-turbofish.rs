// Empty angle brackets give no parameter, so they are as good as none: the default hasher is
// not used, and the hasher cannot be inferred.

use std::collections::HashSet;

#[rustfmt::skip]
fn main() {
    let mut words = HashSet::<>::default();
    words.insert(String::from("loan"));
}
