// `Borrow` hands out a reference to a part of the owner. A `KeyRef` is no part of a `Key`: it is
// made for the occasion, of the borrow's own lifetime, and dropped at the end of the call.

use std::borrow::Borrow;

struct Key {
    name: String,
}

struct KeyRef<'a> {
    name: &'a str,
}

impl<'a> Borrow<KeyRef<'a>> for Key {
    fn borrow(&self) -> &KeyRef<'a> {
        &KeyRef { name: &self.name }
    }
}

fn main() {}
